package dev.muster.app.cli.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Examples of payloads, to be edited or imported as they are. */
enum Template {
  EMPTY("Empty", "empty.json"),
  BASIC("Basic Example", "basic.json"),
  PASSWORDS("Custom Password Hash Example", "custom-password-hash.json"),
  FACTORS("MFA Factors Example", "mfa-factors.json");

  private final String title;
  private final String file;

  Template(String title, String file) {
    this.title = title;
    this.file = file;
  }

  /** The template of a name; empty if there is none. */
  static Optional<Template> named(String name) {
    return Arrays.stream(values()).filter(each -> each.title.equals(name)).findFirst();
  }

  /** The names of all. */
  static List<String> titles() {
    return Arrays.stream(values()).map(each -> each.title).toList();
  }

  /** The names of all, quoted. */
  static String choices() {
    return titles().stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
  }

  /** The JSON text. */
  String text() {
    try (InputStream in = Template.class.getResourceAsStream("/auth0/templates/" + file)) {
      if (in == null) {
        throw new IllegalStateException("no template " + file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
