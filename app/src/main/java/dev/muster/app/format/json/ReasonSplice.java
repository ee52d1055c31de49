package dev.muster.app.format.json;

import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.input.Utf8Check;
import dev.muster.app.json.JsonText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Inserts the reason of a rejection into the text of a JSON object, whose other bytes stay
 * unchanged. The reason of an earlier rejection is replaced.
 */
public final class ReasonSplice {

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private ReasonSplice() {}

  /** The text with the reason; unchanged if it is not a JSON object. */
  public static byte[] splice(byte[] source, String reason) {
    Place place = Utf8Check.firstInvalid(source) < 0 ? find(source) : null;
    if (place == null) {
      return source;
    }
    StringBuilder member = new StringBuilder(place.prefix());
    JsonText.quote(member, reason);
    byte[] inserted = member.toString().getBytes(StandardCharsets.UTF_8);
    byte[] result = new byte[source.length - (place.to() - place.from()) + inserted.length];
    System.arraycopy(source, 0, result, 0, place.from());
    System.arraycopy(inserted, 0, result, place.from(), inserted.length);
    System.arraycopy(
        source, place.to(), result, place.from() + inserted.length, source.length - place.to());
    return result;
  }

  /** Where to insert the reason; null if the text is not a JSON object. */
  private static @Nullable Place find(byte[] source) {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), source)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      Place former = null;
      boolean empty = true;
      String name;
      while ((name = in.nextName()) != null) {
        empty = false;
        in.nextToken();
        int from = (int) in.currentTokenLocation().getByteOffset();
        in.skipChildren();
        in.finishToken();
        if (name.equals(RejectWriter.REASON)) {
          former = new Place(from, (int) in.currentLocation().getByteOffset(), "");
        }
      }
      int brace = (int) in.currentTokenLocation().getByteOffset();
      if (in.nextToken() != null) {
        return null;
      }
      String prefix = (empty ? "\"" : ",\"") + RejectWriter.REASON + "\":";
      return former != null ? former : new Place(brace, brace, prefix);
    } catch (JacksonException e) {
      return null;
    }
  }

  /**
   * A range of the text to be replaced.
   *
   * @param from the 0-based index of its first byte
   * @param to the index after its last byte
   * @param prefix the text to insert before the reason
   */
  private record Place(int from, int to, String prefix) {}
}
