package dev.muster.app.job.unchanged;

import dev.muster.app.json.JsonSpace;
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
 * Compares Authgear records without parsing them: by their text, and by the rules that determine
 * the meaning of the text.
 *
 * @param rules everything, besides a record's text and the program, that determines whether the
 *     record is valid, which user it matches, and what it changes
 */
public record UnparsedRecords(AuthgearIdentifier identifier, String rules) {

  /**
   * The records of one input.
   *
   * @param limits the limits for records, as text
   * @param declared the attributes that the settings declare
   */
  public static UnparsedRecords of(
      AuthgearIdentifier identifier, String limits, List<AttributeDeclaration> declared) {
    return new UnparsedRecords(
        identifier,
        JsonText.of(
            new Struct.Builder()
                .append("identifier", Value.of(identifier.wireName()))
                .append("limits", Value.of(limits))
                .append("attributes", attributes(declared))
                .build()));
  }

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
   * The key of the user that a record probably identifies; null if that needs parsing. A wrong key
   * does no harm: its user has another fingerprint than the record.
   */
  @Nullable Key identity(byte[] record) {
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
        return null; // an escape, a control character, or a byte beyond ASCII
      }
    }
    return null;
  }

  /** The index at which a member's string value begins; -1 if the value is not a string. */
  private static int valueStart(byte[] record, int afterName) {
    boolean colon = false;
    for (int i = afterName; i < record.length; i++) {
      byte b = record[i];
      if (b == '"') {
        return colon ? i + 1 : -1;
      }
      if (b == ':' && !colon) {
        colon = true;
      } else if (!JsonSpace.isSpace(b)) {
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
