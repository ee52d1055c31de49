package dev.muster.app.hash.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns other ways to write bytes in hex into hex digits alone. */
enum WrittenBytes implements CutStep {
  /** SQL Server's {@code 0x9F86}. */
  ZERO_X("leave out the 0x at its beginning"),
  /** PostgreSQL's {@code \x9f86}. */
  BACKSLASH_X("leave out the \\x at its beginning"),
  /** {@code 9F-86}, as .NET's BitConverter writes bytes. */
  DASHES("leave out the dashes"),
  /** Base64 of the hex digits. */
  BASE64_OF_HEX("decode its base64, which gives hex digits");

  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){8,}");
  private static final Pattern DASHED = Pattern.compile("[0-9A-Fa-f]{2}(?:-[0-9A-Fa-f]{2}){7,}");

  private final String words;

  WrittenBytes(String words) {
    this.words = words;
  }

  @Override
  public Optional<Cells> apply(Cells cells) {
    return digits(cells.hash()).filter(text -> HEX.matcher(text).matches()).map(cells::withHash);
  }

  private Optional<String> digits(String text) {
    return switch (this) {
      case ZERO_X ->
          text.toLowerCase(Locale.ROOT).startsWith("0x")
              ? Optional.of(text.substring(2))
              : Optional.empty();
      case BACKSLASH_X ->
          text.startsWith("\\x") ? Optional.of(text.substring(2)) : Optional.empty();
      case DASHES ->
          DASHED.matcher(text).matches() ? Optional.of(text.replace("-", "")) : Optional.empty();
      case BASE64_OF_HEX ->
          SecretBytes.ofAnyBase64(text).map(bytes -> new String(bytes.toBytes(), US_ASCII));
    };
  }

  @Override
  public String words() {
    return words;
  }
}
