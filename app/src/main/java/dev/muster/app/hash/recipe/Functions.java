package dev.muster.app.hash.recipe;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.kdf.Argon2Cost;
import dev.muster.app.hash.kdf.ScryptCost;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The functions of recipes by name, and how their arguments are read. */
final class Functions {

  private static final int KEY_LENGTH_MAX = 1024;
  private static final int TIMES_MAX = Integer.MAX_VALUE;

  private static final Map<String, Function> BY_NAME = byName();

  private Functions() {}

  /** How a function is read. */
  interface Function {
    Expression read(Arguments arguments) throws BadRecipe;
  }

  static Optional<Function> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All functions in alphabetical order. */
  static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  private static Map<String, Function> byName() {
    Map<String, Function> all = new TreeMap<>();
    for (Digest digest : Digest.values()) {
      String name = digest.wireName();
      all.put(name, in -> new DigestOf(digest, in.expression()));
      all.put(HmacOf.PREFIX + name, in -> new HmacOf(digest, in.expression(), in.expression()));
      all.put(Pbkdf2Of.PREFIX + name, in -> pbkdf2(digest, in));
    }
    for (Letters letters : Letters.values()) {
      all.put(letters.wireName(), in -> lettered(letters, in.expression()));
    }
    for (Encoding encoding : Encoding.values()) {
      all.put(encoding.word(), in -> new Encoded(encoding, in.expression()));
    }
    for (Encoding encoding : List.of(Encoding.HEX, Encoding.BASE64)) {
      all.put(Decoded.PREFIX + encoding.word(), in -> decoded(encoding, in));
    }
    for (String variant : List.of("argon2id", "argon2i", "argon2d")) {
      all.put(variant, in -> argon2(variant, in));
    }
    all.put(ScryptOf.NAME, Functions::scrypt);
    all.put(BcryptOf.NAME, in -> new BcryptOf(in.expression()));
    all.put(Repeated.NAME, in -> new Repeated(in.expression(), length(1, in)));
    all.put(First.NAME, in -> new First(in.expression(), length(1, in)));
    all.put(Rounds.NAME, Functions::rounds);
    all.put("pepper", in -> new Pepper(in.text(Pepper.NAME, "the name of a pepper in quotes")));
    return Collections.unmodifiableMap(all);
  }

  /** All texts are in UTF-8 already. */
  private static Expression lettered(Letters letters, Expression text) {
    return letters == Letters.UTF8 ? text : new Lettered(letters, text);
  }

  private static Expression decoded(Encoding encoding, Arguments in) throws BadRecipe {
    Decoded decoded = new Decoded(encoding, in.expression());
    if (!decoded.isOfGivenText()) {
      throw in.problem("only a salt, a login or a text can be decoded.");
    }
    return decoded;
  }

  private static Expression pbkdf2(Digest digest, Arguments in) throws BadRecipe {
    return new Pbkdf2Of(
        digest, in.expression(), in.expression(), in.number(1, TIMES_MAX), length(1, in));
  }

  private static Expression scrypt(Arguments in) throws BadRecipe {
    Expression password = in.expression();
    Expression salt = in.expression();
    long n = in.number(2, TIMES_MAX);
    long r = in.number(1, TIMES_MAX);
    long p = in.number(1, TIMES_MAX);
    Optional<ScryptCost> cost = ScryptCost.of(n, r, p);
    if (cost.isEmpty()) {
      throw in.problem("scrypt's N must be a power of two, and below 65536 if r is 1.");
    }
    return new ScryptOf(password, salt, cost.get(), length(1, in));
  }

  private static Expression argon2(String variant, Arguments in) throws BadRecipe {
    Expression password = in.expression();
    Expression salt = in.expression();
    Argon2Cost cost =
        Argon2Cost.of(
            variant, in.number(1, TIMES_MAX), in.number(1, TIMES_MAX), in.number(1, TIMES_MAX));
    return new Argon2Of(variant, password, salt, cost, length(Argon2Of.KEY_LENGTH_MIN, in));
  }

  private static Expression rounds(Arguments in) throws BadRecipe {
    Rounds rounds = new Rounds(in.expression(), in.number(1, TIMES_MAX), in.step());
    if (rounds.length().isEmpty()) {
      throw in.problem("each round must be a digest or a key, so that its length is known.");
    }
    if (rounds.step().nodes().noneMatch(node -> node == Source.PREVIOUS)) {
      throw in.problem("expected previous, the value of the round before, in each round.");
    }
    return rounds;
  }

  private static int length(int least, Arguments in) throws BadRecipe {
    return (int) in.number(least, KEY_LENGTH_MAX);
  }
}
