package dev.muster.app.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.problem.Nearest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The spellings that RestAuth's documents and tables have for the same hashes. */
class RestAuthHashesTest {

  private final RestAuthHashes hashes =
      new RestAuthHashes(
          StandardSchemes.all(CostBounds.DEFAULTS),
          StandardSchemes.django(CostBounds.DEFAULTS),
          Nearest::respelled);

  @ParameterizedTest
  @CsvSource({
    "bcrypt_sha256, django-bcrypt-sha256",
    "argon2, django-argon2",
    "scrypt, django-scrypt",
    "pbkdf2_sha1, django-pbkdf2-sha1",
    "pbkdf2_sha256, django-pbkdf2-sha256",
    "bcrypt_sha256, passlib-bcrypt-sha256",
    "scrypt, scrypt-phc",
    "scram, passlib-scram",
    "oracle11, oracle11"
  })
  void theAlgorithmsNameStandsForPasslibsFormAndForDjangos(String algorithm, String scheme)
      throws IOException {
    for (String hash : fitting(scheme)) {
      assertThat(hashes.apply(algorithm, hash)).as(hash).isInstanceOf(HashReading.Accepted.class);
    }
  }

  /** As RestAuth's own table has them: verbatim, so under the name of Django's encodings. */
  @ParameterizedTest
  @CsvSource({
    "passlib-scram, ''",
    "scrypt-phc, ''",
    "argon2, ''",
    "passlib-pbkdf2-sha1, pbkdf2_sha1$",
    "passlib-pbkdf2-sha256, pbkdf2_sha256$",
    "passlib-pbkdf2-sha512, pbkdf2_sha512$",
    "passlib-bcrypt-sha256, bcrypt_sha256$",
    "scrypt-phc, scrypt$"
  })
  void whatRestAuthHasStoredIsReadWithItsNameBeforeItOrWithoutADollarSign(
      String scheme, String prefix) throws IOException {
    for (String hash : fitting(scheme)) {
      if (hash.startsWith("$")) {
        String stored = prefix.isEmpty() ? hash.substring(1) : prefix + hash;
        assertThat(hashes.apply("django", stored))
            .as(stored)
            .isInstanceOf(HashReading.Accepted.class);
      }
    }
  }

  /** Passlib's names keep their meaning where both have one. */
  @ParameterizedTest
  @MethodSource("schemes")
  void everySchemeMayBeTheAlgorithm(KnownScheme known) {
    HashReading reading = hashes.apply(known.name(), known.about().example());

    if (known.about().advice() == Advice.UNVERIFIABLE) {
      assertThat(reading).isInstanceOf(HashReading.Unverifiable.class);
    } else {
      assertThat(ReadHash.of(reading).scheme()).isEqualTo(known.name());
    }
  }

  static List<KnownScheme> schemes() {
    return StandardSchemes.known();
  }

  @ParameterizedTest
  @CsvSource({
    "bcyrpt, bcrypt",
    "sha265_crypt, sha256_crypt",
    "md5crypt, md5_crypt",
    "SHA512-CRYPT, sha512_crypt",
    "argon2ix, argon2id"
  })
  void aSlipIsToldWithWhatWasMeant(String algorithm, String meant) {
    assertThat(hashes.apply(algorithm, "x"))
        .isEqualTo(
            new HashReading.Malformed(
                "there is no such algorithm; did you mean \"" + meant + "\"?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"drupal6", "hex_md2", "hex_sha224", "pbkdf2_sha384", "cisco_type5", "bcrypt2"})
  void anotherNumberIsAnotherAlgorithmAndNoSlip(String algorithm) {
    assertThat(hashes.apply(algorithm, "x")).isInstanceOf(HashReading.NotMine.class);
  }

  @Test
  void aDamagedHashOfDjangoHasDjangosMessage() {
    assertThat(hashes.apply("django", "pbkdf2_sha256$1000$abc"))
        .isEqualTo(new HashReading.Malformed("Invalid format for pbkdf2_sha256 hasher"));
  }

  @ParameterizedTest
  @CsvSource({
    "pbkdf2_sha256, pbkdf2_sha256$1000$abc, Invalid format for pbkdf2_sha256 hasher",
    "pbkdf2_sha1, pbkdf2_sha1$x, Invalid format for pbkdf2_sha1 hasher",
    "scrypt, scrypt$16384$salt$8, Invalid format for scrypt hasher",
    "pbkdf2_sha256, $pbkdf2-sha256$1000$abc, not a sound passlib-pbkdf2-sha256 hash",
    "scrypt, $scrypt$ln=4, not a sound scrypt-phc hash",
    "django-pbkdf2-sha256, pbkdf2_sha256$1, Invalid format for pbkdf2_sha256 hasher"
  })
  void aDamagedHashHasTheMessageOfTheSystemThatWritesThisForm(
      String algorithm, String hash, String message) {
    assertThat(((HashReading.Malformed) hashes.apply(algorithm, hash)).message())
        .startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pbkdf2_sha256$", "scrypt$ln=4", "bcrypt$$", "nothing", "$", ""})
  void whatIsNeitherIsNotTaken(String hash) {
    assertThat(hashes.apply("django", hash))
        .isInstanceOfAny(HashReading.NotMine.class, HashReading.Malformed.class);
  }

  private static List<String> fitting(String scheme) throws IOException {
    List<String> hashes =
        Vector.all().stream()
            .filter(vector -> vector.scheme().equals(scheme) && vector.expected())
            .map(Vector::encoded)
            .toList();
    assertThat(hashes).isNotEmpty();
    return hashes;
  }
}
