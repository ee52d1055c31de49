package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.http.MultipartForm;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.json.StorableText;
import dev.muster.value.Value;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a form, by their names. A part that is there twice is refused. Parts that nobody
 * asks for are ignored.
 */
final class FormFields {

  private static final int BYTES_MAX = 4_000;

  private final MultipartForm form;

  FormFields(MultipartForm form) {
    this.form = form;
  }

  Optional<Part> part(String name) throws Refusal {
    List<Part> parts = form.parts(name);
    if (parts.size() > 1) {
      throw new Refusal(Auth0Error.invalidBody("Part must not be there twice", name));
    }
    return parts.stream().findFirst();
  }

  /**
   * The text of a part; empty if there is none, or if it is an empty text. A text that is a JSON
   * string, as the Java SDK 3.2.0 sends it, is that string's value.
   */
  Optional<String> text(String name) throws Refusal, IOException {
    Optional<Part> part = part(name);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    if (part.get().getSize() > BYTES_MAX) {
      throw new Refusal(
          Auth0Error.invalidBody("String is too long, maximum " + BYTES_MAX + " bytes", name));
    }
    try (InputStream in = part.get().getInputStream()) {
      String text = unquoted(new String(in.readAllBytes(), UTF_8));
      String obstacle = StorableText.obstacle(text);
      if (obstacle != null) {
        throw new Refusal(Auth0Error.invalidBody(obstacle, name));
      }
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
  }

  private static String unquoted(String text) {
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return text;
    }
    try {
      return new JsonParser(1, BYTES_MAX).parse(text) instanceof Value.Text string
          ? string.text()
          : text;
    } catch (JsonSyntax e) {
      return text.substring(1, text.length() - 1);
    }
  }

  /** The value of a part that is {@code true} or {@code false}; empty if there is none. */
  Optional<Boolean> flag(String name) throws Refusal, IOException {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default ->
          throw new Refusal(
              Auth0Error.invalidBody("Expected type boolean but found type string", name));
    };
  }
}
