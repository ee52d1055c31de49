package dev.muster.app.hash.vendor;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * The values of a JSON credential by their paths (RFC 6901). {@code {"a":{"b":["x"]}}} has the text
 * {@code x} at {@code /a/b/0}. Numbers are texts, too.
 *
 * <p>JSON that Keycloak stores inside a text is read like any other member.
 */
final class KeycloakJson {

  private static final Set<String> TEXTS_OF_JSON = Set.of("/credentialData", "/secretData");
  private static final int DEPTH = 8;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  private final Map<String, String> texts = new HashMap<>();

  private KeycloakJson() {}

  /** Empty if the text, or a text inside it, is not JSON. */
  static Optional<Map<String, String>> texts(String json) {
    KeycloakJson reading = new KeycloakJson();
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
    if (TEXTS_OF_JSON.contains(path) && !path.equals(root)) {
      read(path, in.getString());
    } else {
      texts.put(path, in.getString());
    }
  }
}
