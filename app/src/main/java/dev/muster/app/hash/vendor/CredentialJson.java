package dev.muster.app.hash.vendor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The values of a credential in JSON by their paths (RFC 6901). {@code {"a":{"b":["x"]}}} has the
 * text {@code x} at {@code /a/b/0}. Numbers are texts, too. Several JSON texts after each other are
 * read as one.
 *
 * <p>JSON that Keycloak stores inside a text is read like any other member.
 */
final class CredentialJson {

  private static final Pattern TEXTS_OF_JSON =
      Pattern.compile(".*/(?:credentialData|secretData)", Pattern.DOTALL);
  private static final int DEPTH_MAX = 16;
  private static final int NAME_LENGTH_MAX = 200;
  private static final int PATH_LENGTH_MAX = 200;

  /** Of the whole text: a user has some members more than the credential. */
  private static final int LENGTH_MAX = 1 << 16;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNameLength(NAME_LENGTH_MAX)
                  .build())
          .build();

  private final Map<String, String> texts = new HashMap<>();

  private CredentialJson() {}

  /** Empty if the text, or a text inside it, is not JSON or too long. */
  static Optional<Map<String, String>> texts(String json) {
    if (json.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    CredentialJson reading = new CredentialJson();
    try {
      reading.read("", json);
      return Optional.of(reading.texts);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private void read(String root, String json) {
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token.isScalarValue()) {
          read(in, root, root + in.streamReadContext().pathAsPointer());
        }
      }
    }
  }

  /** A text that is only a number or another text is not read as JSON again, without end. */
  private void read(JsonParser in, String root, String path) {
    if (TEXTS_OF_JSON.matcher(path).matches() && !path.equals(root)) {
      read(path, in.getString());
    } else if (path.length() <= PATH_LENGTH_MAX) {
      texts.put(path, in.getString());
    }
  }
}
