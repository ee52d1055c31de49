package dev.muster.app.document;

import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.TextSearch;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;

/** Renders the values that reports show of failed records as a text to search. */
public final class ShownValues {

  private ShownValues() {}

  /** Renders stored failed records. */
  public static TextSearch.ShownText of(KeptRecords kept) {
    return (result, source) -> text(kept.show(source, result));
  }

  private static String text(Struct shown) {
    StringBuilder text = new StringBuilder();
    if (shown.get("cells") instanceof Value.Array cells) {
      for (Value cell : cells.items()) {
        if (cell instanceof Struct members) {
          add(text, members.get("value"));
        }
      }
    }
    add(text, shown.get("record"));
    return text.toString();
  }

  private static void add(StringBuilder text, @Nullable Value value) {
    if (value instanceof Value.Text leaf) {
      text.append(leaf.text()).append('\n');
    } else if (value instanceof Value.Num leaf) {
      text.append(leaf.literal()).append('\n');
    } else if (value instanceof Value.Array array) {
      array.items().forEach(item -> add(text, item));
    } else if (value instanceof Struct struct) {
      for (int i = 0; i < struct.size(); i++) {
        add(text, struct.valueAt(i));
      }
    }
  }
}
