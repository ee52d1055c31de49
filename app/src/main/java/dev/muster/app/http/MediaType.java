package dev.muster.app.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The value of a header {@code Content-Type}.
 *
 * @param name in lower case, such as {@code text/csv}; empty if there is none
 * @param charset the parameter {@code charset}
 */
public record MediaType(String name, Optional<String> charset) {

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]+)\"?", Pattern.CASE_INSENSITIVE);

  /**
   * Parses a header.
   *
   * @param header null if there is none
   */
  public static MediaType of(@Nullable String header) {
    if (header == null) {
      return new MediaType("", Optional.empty());
    }
    Matcher charset = CHARSET.matcher(header);
    return new MediaType(
        header.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT),
        charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
  }
}
