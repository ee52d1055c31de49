package dev.muster.app.settings;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A secret that all password hashes of a system share, and that recipes name: its text, or a file
 * whose first line is the text.
 *
 * @param text the text itself; a secret
 * @param file the file's path
 * @param encoding how the text becomes bytes
 */
public record PepperSettings(Optional<String> text, Optional<String> file, Encoding encoding) {

  static final List<String> KEYS = List.of("value", "file", "encoding");

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,30}");
  private static final int BYTES_MAX = 1024;

  /** How a text becomes bytes. */
  public enum Encoding {
    UTF8,
    HEX,
    BASE64;

    /** The name used in muster.yml. */
    String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Encoding> named(String name) {
      return Stream.of(values()).filter(each -> each.wireName().equals(name)).findFirst();
    }
  }

  /** The peppers by name. */
  static Map<String, PepperSettings> read(Section peppers) throws SettingsProblem {
    Map<String, PepperSettings> byName = new LinkedHashMap<>();
    for (String name : peppers.keys()) {
      if (!NAME.matcher(name).matches()) {
        throw peppers.problemOfName(
            name, "the name of a pepper has lower-case letters, digits, - and _, a letter first");
      }
      byName.put(
          name, peppers.isSection(name) ? ofKeys(peppers.section(name)) : ofText(peppers, name));
    }
    return byName;
  }

  private static PepperSettings ofText(Section peppers, String name) throws SettingsProblem {
    return checked(
        peppers,
        name,
        new PepperSettings(Optional.of(peppers.quoted(name)), Optional.empty(), Encoding.UTF8));
  }

  private static PepperSettings ofKeys(Section pepper) throws SettingsProblem {
    pepper.only(KEYS);
    Optional<String> encoding = pepper.text("encoding");
    Optional<String> file = pepper.text("file");
    boolean hasText = pepper.keys().contains("value");
    if (hasText == file.isPresent()) {
      throw pepper.problem("value", "give either value or file");
    }
    Optional<Encoding> known = Encoding.named(encoding.orElse(Encoding.UTF8.wireName()));
    if (known.isEmpty()) {
      throw pepper.problem("encoding", "must be utf8, hex or base64");
    }
    Optional<String> text = hasText ? Optional.of(pepper.quoted("value")) : Optional.empty();
    return checked(pepper, "value", new PepperSettings(text, file, known.get()));
  }

  private static PepperSettings checked(Section section, String key, PepperSettings pepper)
      throws SettingsProblem {
    if (pepper.text.isPresent()) {
      Optional<String> error = pepper.errorOf(pepper.text.get());
      if (error.isPresent()) {
        throw section.problem(key, error.get());
      }
    }
    return pepper;
  }

  /** What is wrong with the text of this pepper, without the text; empty if nothing is. */
  public Optional<String> errorOf(String secret) {
    Optional<byte[]> bytes = bytes(secret);
    if (bytes.isEmpty()) {
      return Optional.of("is not " + encoding.wireName());
    }
    return bytes.get().length == 0 || bytes.get().length > BYTES_MAX
        ? Optional.of("must have 1 to " + BYTES_MAX + " bytes")
        : Optional.empty();
  }

  /** The bytes of the text of this pepper; empty if the text is not in the encoding. */
  public Optional<byte[]> bytes(String secret) {
    try {
      return Optional.of(
          switch (encoding) {
            case UTF8 -> secret.getBytes(StandardCharsets.UTF_8);
            case HEX -> HexFormat.of().parseHex(secret);
            case BASE64 -> Base64.getDecoder().decode(secret);
          });
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** This pepper as muster.yml has it, with its secret. */
  Struct document() {
    Struct.Builder members = new Struct.Builder();
    text.ifPresent(secret -> members.put("value", Value.of(secret)));
    file.ifPresent(path -> members.put("file", Value.of(path)));
    return members.put("encoding", Value.of(encoding.wireName())).build();
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "PepperSettings[file=" + file + ", encoding=" + encoding + "]";
  }
}
