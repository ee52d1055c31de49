package dev.muster.app.upload.run;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON record with edited members. */
final class EditedObject {

  private static final JsonParser PARSER = new JsonParser(200, Integer.MAX_VALUE);

  private EditedObject() {}

  /**
   * The record with edited members. A member that was a text stays one; another one is read as
   * JSON, if it is JSON.
   *
   * @param source the stored record; in RestAuth's documents within an object that names its
   *     section
   * @param shown the record as the report shows it; members that are edited to what it shows stay
   *     as they are
   * @return empty if the record is no JSON object
   */
  static Optional<byte[]> of(byte[] source, boolean inSection, ReportRow shown, RecordEdit edit) {
    Value value;
    try {
      value = PARSER.parse(source, 0, source.length);
    } catch (JsonSyntax e) {
      return Optional.empty();
    }
    if (!(value instanceof Struct object)) {
      return Optional.empty();
    }
    if (inSection && object.size() == 1 && object.valueAt(0) instanceof Struct inner) {
      return Optional.of(text(Struct.of(object.nameAt(0), edited(inner, shown, edit))));
    }
    return Optional.of(text(edited(object, shown, edit)));
  }

  private static byte[] text(Struct object) {
    return JsonText.of(object).getBytes(StandardCharsets.UTF_8);
  }

  private static Struct edited(Struct object, ReportRow shown, RecordEdit edit) {
    Struct.Builder members = object.edit();
    edit.cells()
        .forEach(
            (name, text) -> {
              Optional<String> before = shown.cell(name).flatMap(ReportCell::value);
              if (!text.equals(before.orElse(""))) {
                members.put(name, value(object.get(name), text));
              }
            });
    return members.build();
  }

  private static Value value(@Nullable Value before, String text) {
    if (before == null || before instanceof Value.Text) {
      return Value.of(text);
    }
    try {
      return PARSER.parse(text);
    } catch (JsonSyntax e) {
      return Value.of(text);
    }
  }
}
