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
 * Puts the reason of a rejection into the text of a JSON object, which otherwise stays byte for
 * byte. A reason that is there already, since the record was rejected before, is replaced.
 */
public final class ReasonSplice {

  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  private ReasonSplice() {}

  /** The text with the reason; as it is when it is no JSON object, so that nothing can be added. */
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

  /** Where the reason goes; null when the text is no JSON object. */
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
   * A part of the text that gives way.
   *
   * @param from 0-based; likewise {@code to}, which is the place after it
   * @param prefix what comes before the reason
   */
  private record Place(int from, int to, String prefix) {}
}
