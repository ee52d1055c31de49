package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.PhcPbkdf2;
import dev.muster.app.hash.kdf.PlainPbkdf2;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.recipe.Call;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;

/**
 * Searches for a key that PBKDF2 derived. The state after each iteration is the start of the next,
 * so one pass tries all numbers of iterations up to a maximum.
 */
final class DerivedKeys {

  private static final int ITERATIONS_BETWEEN_CHECKS = 1024;
  private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};
  private static final List<Prf> FREQUENT = List.of(Prf.SHA256, Prf.SHA512, Prf.SHA1);

  private final Assumption assumed;
  private final SearchLimit limit;
  private final SecretBytes hash;

  DerivedKeys(Assumption assumed, SearchLimit limit) {
    this.assumed = assumed;
    this.limit = limit;
    this.hash = assumed.hash().orElseThrow();
  }

  /** All functions, the likely first. */
  List<Prf> functions() {
    Set<Prf> all = new LinkedHashSet<>(likely());
    all.addAll(FREQUENT);
    all.addAll(List.of(Prf.values()));
    return new ArrayList<>(all);
  }

  /** The functions that the text names, or else those with keys of this length, or the frequent. */
  List<Prf> likely() {
    List<String> named = assumed.clues().digests().stream().map(Digest::name).toList();
    List<Prf> likely = Stream.of(Prf.values()).filter(prf -> named.contains(prf.name())).toList();
    if (likely.isEmpty()) {
      likely = FREQUENT.stream().filter(prf -> prf.length() == hash.length()).toList();
    }
    return likely.isEmpty() ? FREQUENT : likely;
  }

  /**
   * The first solution of up to so many iterations.
   *
   * @param forms what is taken for the password
   */
  Optional<Solution> find(List<Prf> functions, List<Piece> forms, long iterationsMax) {
    for (Piece form : forms) {
      for (Prf function : functions) {
        for (Reading salt : assumed.texts()) {
          long iterations = iterations(function, form, salt, iterationsMax);
          if (iterations > 0) {
            Digest digest = Digest.valueOf(function.name());
            return solution(digest, form, salt, iterations);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The number of iterations that gives the beginning of the key; 0 if none does. */
  private long iterations(Prf function, Piece form, Reading salt, long iterationsMax) {
    byte[] expected = hash.toBytes();
    Mac mac = function.keyed(form.bytes());
    mac.update(salt.bytes().toBytes());
    byte[] round = mac.doFinal(FIRST_BLOCK);
    byte[] key = round.clone();
    try {
      for (long i = 1; i <= iterationsMax; i++) {
        if (expected[0] == key[0] && begins(expected, key)) {
          return i;
        }
        if (i % ITERATIONS_BETWEEN_CHECKS == 0 && !limit.lasts()) {
          return 0;
        }
        mac.update(round);
        mac.doFinal(round, 0);
        for (int j = 0; j < key.length; j++) {
          key[j] ^= round[j];
        }
      }
    } catch (ShortBufferException e) {
      throw new IllegalStateException(e);
    }
    return 0;
  }

  /** Whether one of the two is the beginning of the other. */
  private static boolean begins(byte[] expected, byte[] key) {
    int length = Math.min(expected.length, key.length);
    return Arrays.equals(expected, 0, length, key, 0, length);
  }

  private Optional<Solution> solution(Digest digest, Piece form, Reading salt, long iterations) {
    String words =
        Call.text(
            "pbkdf2-" + digest.wireName(), form.words(), salt.words(), iterations, hash.length());
    if (!form.words().equals(Words.PASSWORD) || salt.kind() != Reading.Kind.SALT) {
      return assumed.recipe(words);
    }
    String number = Long.toString(iterations);
    String text = PlainPbkdf2.respelled(digest, number, salt.bytes(), hash).text();
    return assumed.verified(words, Stream.of(text), columns(digest, salt, number));
  }

  private static ColumnRecipe columns(Digest digest, Reading salt, String iterations) {
    ColumnRecipe columns =
        PhcPbkdf2.has(digest)
            ? ColumnRecipe.of(PhcPbkdf2.schemeName(digest.wireName()))
            : ColumnRecipe.of(PlainPbkdf2.NAME).with(HashPart.DIGEST, digest.wireName());
    return columns.with(HashPart.ITERATIONS, iterations).salted(salt);
  }
}
