package dev.muster.app.format;

import dev.muster.app.json.JsonText;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.authgear.AuthgearIdentifier;
import dev.muster.user.Key;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises Authgear's records that were imported before, without parsing them. The text of a
 * record and these rules together decide what the record does.
 *
 * @param rules all that decides, beside a record's own text and the program, whether it can be
 *     read, who it is about, and what it asks for
 */
public record FamiliarRecords(AuthgearIdentifier identifier, String rules) {

  /** Those of an input. */
  public static FamiliarRecords of(AuthgearIdentifier identifier, ImportOptions options) {
    return new FamiliarRecords(
        identifier,
        JsonText.of(
            new Struct.Builder()
                .append("identifier", Value.of(identifier.wireName()))
                .append("limits", Value.of(options.limits().toString()))
                .append("attributes", attributes(options.attributes()))
                .build()));
  }

  /** All that is declared, each part apart from the others. */
  private static Value attributes(List<AttributeDeclaration> declared) {
    List<Value> attributes = new ArrayList<>();
    for (AttributeDeclaration each : declared) {
      List<Value> parts = new ArrayList<>();
      parts.add(Value.of(each.name()));
      parts.add(Value.of(each.kind().toString()));
      parts.add(Value.of(each.minimum() + " to " + each.maximum()));
      each.choices().forEach(choice -> parts.add(Value.of(choice)));
      attributes.add(new Value.Array(parts));
    }
    return new Value.Array(attributes);
  }

  /**
   * The key of the user whom a record seems to be about; null where only parsing it can tell. It
   * may err: a key is looked for, and what it finds was shaped by this very record or was not.
   */
  public @Nullable Key identity(byte[] record) {
    byte[] name = ('"' + identifier.wireName() + '"').getBytes(StandardCharsets.US_ASCII);
    int at = find(record, name);
    int start = at < 0 ? -1 : valueStart(record, at + name.length);
    if (start < 0) {
      return null;
    }
    for (int i = start; i < record.length; i++) {
      byte b = record[i];
      if (b == '"') {
        return identifier.key(new String(record, start, i - start, StandardCharsets.US_ASCII));
      }
      if (b == '\\' || b < ' ') {
        return null; // an escape, a control character, or beyond ASCII
      }
    }
    return null;
  }

  /** Where the text begins after a member's name; -1 where no text follows. */
  private static int valueStart(byte[] record, int afterName) {
    boolean colon = false;
    for (int i = afterName; i < record.length; i++) {
      byte b = record[i];
      if (b == '"') {
        return colon ? i + 1 : -1;
      }
      if (b == ':' && !colon) {
        colon = true;
      } else if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
        return -1;
      }
    }
    return -1;
  }

  private static int find(byte[] text, byte[] part) {
    int last = text.length - part.length;
    for (int i = 0; i <= last; i++) {
      if (text[i] == '"' && text[i + 1] == part[1] && startsWith(text, i, part)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean startsWith(byte[] text, int from, byte[] part) {
    for (int i = 0; i < part.length; i++) {
      if (text[from + i] != part[i]) {
        return false;
      }
    }
    return true;
  }
}
