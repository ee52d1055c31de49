package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.MixedDigest;
import dev.muster.app.hash.kdf.DerivedKey;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Logto's legacy passwords, a JSON array of an algorithm, its arguments, and the result in hex.
 * {@code ["sha256",["salt123","@"],"c465f6…"]} is SHA-256 of all arguments concatenated, with the
 * password instead of {@code @}. {@code ["pbkdf2",["salt","1000","20","sha512","@"],"…"]} is PBKDF2
 * with a salt, iterations, a key length in bytes and a digest. The salt is text or, after {@code
 * hex:}, hex digits. {@code pbkdf2Sync} is the same.
 *
 * <p>A text without {@code @} is refused, as every password would match. Hex digits of either case
 * are accepted.
 *
 * <p>Source: Logto's documentation, "User migration".
 */
final class LogtoLegacy {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String PASSWORD = "@";
  private static final Set<String> PBKDF2 = Set.of("pbkdf2", "pbkdf2Sync");
  private static final String HEX = "hex:";

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "logto-legacy",
              text -> text.startsWith("[\""),
              LogtoLegacy::parse,
              new About(
                  "Logto's legacy passwords",
                  "[\"sha256\",[\"@\",\":\",\"salt\",\":\",\"@\"],\"1481ebda962"
                      + "b0a1f12f5c5c2394ce53bed425f7c69805c442fe17892a13fb7da\"]",
                  "correct horse battery staple",
                  "Logto",
                  "SELECT username, password_encrypted FROM users, or passwordDigest as it was"
                      + " imported there",
                  Advice.LEGACY)));

  private LogtoLegacy() {}

  static Optional<ParsedHash> parse(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
      return parse(json);
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<ParsedHash> parse(JsonParser json) {
    if (json.nextToken() != JsonToken.START_ARRAY || json.nextToken() != JsonToken.VALUE_STRING) {
      return Optional.empty();
    }
    String algorithm = json.getString();
    if (json.nextToken() != JsonToken.START_ARRAY) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    while (json.nextToken() == JsonToken.VALUE_STRING
        || json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      arguments.add(json.getString());
    }
    if (json.currentToken() != JsonToken.END_ARRAY || json.nextToken() != JsonToken.VALUE_STRING) {
      return Optional.empty();
    }
    Optional<SecretBytes> hash = SecretBytes.ofHex(json.getString());
    return json.nextToken() == JsonToken.END_ARRAY && json.nextToken() == null
        ? hash.flatMap(h -> parsed(algorithm, arguments, h))
        : Optional.empty();
  }

  private static Optional<ParsedHash> parsed(
      String algorithm, List<String> arguments, SecretBytes hash) {
    if (PBKDF2.contains(algorithm)) {
      return pbkdf2(arguments, hash);
    }
    DigestInput message = message(arguments);
    return Digest.named(algorithm)
        .filter(digest -> digest.length() == hash.length() && message.hasPassword())
        .map(digest -> new MixedDigest(digest, message, hash));
  }

  private static DigestInput message(List<String> arguments) {
    List<SecretBytes> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String argument : arguments) {
      if (argument.equals(PASSWORD)) {
        pieces.add(SecretBytes.ofUtf8(piece.toString()));
        piece.setLength(0);
      } else {
        piece.append(argument);
      }
    }
    pieces.add(SecretBytes.ofUtf8(piece.toString()));
    return new DigestInput(pieces);
  }

  private static Optional<ParsedHash> pbkdf2(List<String> arguments, SecretBytes hash) {
    boolean wellFormed =
        arguments.size() == 5
            && Decimal.isOne(arguments.get(1))
            && arguments.get(2).equals(String.valueOf(hash.length()))
            && arguments.get(4).equals(PASSWORD);
    return wellFormed
        ? Digest.named(arguments.get(3))
            .flatMap(
                digest ->
                    salt(arguments.get(0))
                        .map(
                            salt ->
                                new DerivedKey(
                                    digest, salt, Decimal.parse(arguments.get(1)), hash)))
        : Optional.empty();
  }

  private static Optional<SecretBytes> salt(String text) {
    return text.startsWith(HEX)
        ? SecretBytes.ofHex(text.substring(HEX.length()))
        : Optional.of(SecretBytes.ofUtf8(text));
  }
}
