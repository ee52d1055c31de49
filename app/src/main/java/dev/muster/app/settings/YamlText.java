package dev.muster.app.settings;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes values as YAML in block style. */
public final class YamlText {

  private YamlText() {}

  /** The text of a document; ends with a line break. */
  public static String of(Struct document) {
    DumpSettings settings = DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
    return new Dump(settings).dumpToString(plain(document));
  }

  private static @Nullable Object plain(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Bool flag) {
      return flag.flag();
    }
    if (value instanceof Value.Num number) {
      BigDecimal exact = new BigDecimal(number.literal());
      return exact.stripTrailingZeros().scale() <= 0 ? exact.toBigInteger() : exact.doubleValue();
    }
    if (value instanceof Value.Array array) {
      List<@Nullable Object> items = new ArrayList<>();
      array.items().forEach(item -> items.add(plain(item)));
      return items;
    }
    if (value instanceof Struct struct) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      for (int i = 0; i < struct.size(); i++) {
        members.put(struct.nameAt(i), plain(struct.valueAt(i)));
      }
      return members;
    }
    return null;
  }
}
