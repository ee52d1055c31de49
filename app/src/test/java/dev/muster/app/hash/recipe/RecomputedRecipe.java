package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.alike.JdkDigest;
import dev.muster.app.hash.alike.PasswordLetters;
import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.ScryptHash;
import dev.muster.app.hash.scheme.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a recipe, computed once more by the JDK alone. Recipes with peppers, and with
 * scrypt, Argon2 or bcrypt inside, have none.
 */
public final class RecomputedRecipe {

  /** A hash, and the recipe by which it was made. */
  private final StoredText stored;

  private final Recipe recipe;
  private final byte[] password;

  private RecomputedRecipe(StoredText stored, Recipe recipe, byte[] password) {
    this.stored = stored;
    this.recipe = recipe;
    this.password = password;
  }

  /**
   * A stored hash with its recipe.
   *
   * @return empty if the text is none
   */
  public static Optional<RecomputedRecipe> of(String encoded, byte[] password) {
    return StoredText.parse(encoded)
        .flatMap(
            text ->
                new ParsedRecipes()
                    .printed(text.recipe())
                    .map(recipe -> new RecomputedRecipe(text, recipe, password)));
  }

  /** Whether the value is the hash. */
  public boolean fits() {
    try {
      return Arrays.equals(stored.hash().toBytes(), value(recipe.expression(), new byte[0]));
    } catch (Unknown e) {
      return false;
    }
  }

  /** The scheme of the hash, which is a text; empty if it is bytes. */
  public Optional<String> scheme() {
    return recipe.scheme().or(() -> recipe.makesTexts() ? Optional.of("bcrypt") : Optional.empty());
  }

  /** The text of the hash. */
  public String text() {
    return stored.hash().toUtf8();
  }

  /** What the scheme or bcrypt has in place of the password; empty if it can't be computed. */
  public Optional<byte[]> input() {
    try {
      Expression inner =
          recipe.expression() instanceof BcryptOf bcrypt ? bcrypt.password() : recipe.expression();
      return Optional.of(value(inner, new byte[0]));
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  /**
   * The parts of an outermost scrypt or Argon2, with its operands computed; empty if there is none.
   */
  public Optional<List<Object>> derivation() {
    try {
      if (recipe.expression() instanceof ScryptOf key) {
        SecretBytes salt = SecretBytes.of(value(key.salt(), new byte[0]));
        return Optional.of(
            List.of(
                SecretBytes.of(value(key.password(), new byte[0])),
                new ScryptHash(key.cost(), salt, stored.hash())));
      }
      return recipe.expression() instanceof Argon2Of key
          ? Optional.of(
              List.of(
                  key.variant(),
                  key.cost(),
                  SecretBytes.of(value(key.password(), new byte[0])),
                  SecretBytes.of(value(key.salt(), new byte[0])),
                  stored.hash()))
          : Optional.empty();
    } catch (Unknown e) {
      return Optional.empty();
    }
  }

  private byte[] value(Expression node, byte[] previous) throws Unknown {
    if (node instanceof Source source) {
      return switch (source) {
        case PASSWORD -> password;
        case SALT -> stored.salt().toBytes();
        case LOGIN -> stored.login().toBytes();
        case PREVIOUS -> previous;
      };
    }
    if (node instanceof Text text) {
      return text.text().getBytes(UTF_8);
    }
    if (node instanceof Sum sum) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (Expression operand : sum.operands()) {
        all.writeBytes(value(operand, previous));
      }
      return all.toByteArray();
    }
    if (node instanceof Encoded encoded) {
      return encoded(encoded.encoding(), value(encoded.bytes(), previous));
    }
    if (node instanceof Decoded decoded) {
      return decoded(decoded.encoding(), value(decoded.text(), previous));
    }
    if (node instanceof Lettered lettered) {
      return PasswordLetters.of(lettered.letters().wireName(), value(lettered.text(), previous));
    }
    return hashed(node, previous);
  }

  private byte[] hashed(Expression node, byte[] previous) throws Unknown {
    if (node instanceof DigestOf of) {
      return digest(of.digest()).of(value(of.message(), previous));
    }
    if (node instanceof HmacOf of) {
      return digest(of.digest()).hmac(value(of.key(), previous), value(of.message(), previous));
    }
    if (node instanceof Pbkdf2Of of) {
      byte[] salt = value(of.salt(), previous);
      return digest(of.digest())
          .pbkdf2(value(of.password(), previous), salt, of.iterations(), of.keyLength());
    }
    if (node instanceof First first) {
      byte[] all = value(first.bytes(), previous);
      return Arrays.copyOf(all, Math.min(all.length, first.count()));
    }
    if (node instanceof Repeated repeated) {
      byte[] unit = value(repeated.bytes(), previous);
      byte[] all = new byte[repeated.to()];
      for (int i = 0; i < all.length && unit.length > 0; i++) {
        all[i] = unit[i % unit.length];
      }
      return all;
    }
    if (node instanceof Rounds rounds) {
      byte[] round = value(rounds.start(), previous);
      for (long i = 0; i < rounds.times(); i++) {
        round = value(rounds.step(), round);
      }
      return round;
    }
    throw new Unknown();
  }

  private static JdkDigest digest(Digest digest) throws Unknown {
    return JdkDigest.named(digest.wireName()).orElseThrow(Unknown::new);
  }

  private static byte[] encoded(Encoding encoding, byte[] bytes) {
    String word = encoding.word();
    if (word.equalsIgnoreCase("hex")) {
      String digits = HexFormat.of().formatHex(bytes);
      return (word.equals("HEX") ? digits.toUpperCase(Locale.ROOT) : digits).getBytes(US_ASCII);
    }
    Base64.Encoder encoder = word.contains("-url") ? Base64.getUrlEncoder() : Base64.getEncoder();
    return (word.contains("-unpadded") ? encoder.withoutPadding() : encoder).encode(bytes);
  }

  private static byte[] decoded(Encoding encoding, byte[] text) {
    String digits = new String(text, UTF_8);
    return encoding.word().equalsIgnoreCase("hex")
        ? HexFormat.of().parseHex(digits)
        : Base64.getDecoder().decode(digits.replace('-', '+').replace('_', '/'));
  }

  /** A function that the JDK does not have. */
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;
  }
}
