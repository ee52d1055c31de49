package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashReplacement;
import dev.muster.password.HashSchemes;
import dev.muster.password.ReplacedHash;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hashes are too weak, and what replaces them. */
class RehashingTest {

  private static final String SALT = "c2FsdHNhbHRzYWx0";
  private static final String KEY = "q".repeat(42) + "w=";
  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);

  private static EncodedHash read(String text) {
    HashReading reading = ALL.read(text);
    assertThat(reading).as(text).isInstanceOf(HashReading.Accepted.class);
    return ((HashReading.Accepted) reading).hash();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "$2b$09$ true",
        "$2b$10$ false",
        "$2y$12$ false",
      })
  void bcryptCostsAreCompared(String beginning, boolean weak) {
    EncodedHash hash = read(beginning + "abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS");
    assertThat(RehashRule.argon2(19 * 1024, 2).isWeak(hash)).isEqualTo(weak);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "m=7168,t=4,p=1 true",
        "m=19456,t=2,p=1 false",
        "m=47104,t=1,p=1 false",
        "m=8,t=16,p=1 true"
      })
  void argon2WorkIsCompared(String parameters, boolean weak) {
    EncodedHash hash =
        read("$argon2id$v=19$" + parameters + "$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow");
    assertThat(RehashRule.bcrypt(12).isWeak(hash)).isEqualTo(weak);
  }

  @Test
  void iterationsAreCompared() {
    RehashRule rule = RehashRule.argon2(19 * 1024, 2);
    assertThat(rule.isWeak(read("pbkdf2_sha256$599999$" + SALT + "$" + KEY))).isTrue();
    assertThat(rule.isWeak(read("pbkdf2_sha256$600000$" + SALT + "$" + KEY))).isFalse();
  }

  @Test
  void lessThanNewPasswordsCostIsTooLittle() {
    EncodedHash twelve = read("$2b$12$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS");
    assertThat(RehashRule.bcrypt(12).isWeak(twelve)).isFalse();
    assertThat(RehashRule.bcrypt(13).isWeak(twelve)).isTrue();
    EncodedHash usual =
        read("$argon2id$v=19$m=19456,t=2,p=1$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow");
    assertThat(RehashRule.argon2(19 * 1024, 2).isWeak(usual)).isFalse();
    assertThat(RehashRule.argon2(19 * 1024, 3).isWeak(usual)).isTrue();
  }

  /** Every example of the registry that can be verified has little cost, to be quick. */
  @Test
  void everyLegacyHashIsWeakAndEveryCheapOne() {
    RehashRule rule = RehashRule.argon2(19 * 1024, 2);
    for (KnownScheme known : StandardSchemes.known()) {
      if (known.about().advice() != Advice.UNVERIFIABLE) {
        EncodedHash hash = new EncodedHash(known.name(), known.about().example());
        boolean readable =
            ALL.byName(known.name()).orElseThrow().readAs(known.about().example())
                instanceof HashReading.Accepted;
        if (known.about().advice() == Advice.LEGACY) {
          assertThat(rule.isWeak(hash)).as(known.name()).isTrue();
        } else if (readable && !known.name().equals("firebase-scrypt")) {
          assertThat(rule.isWeak(hash)).as(known.name()).isTrue();
        }
      }
    }
  }

  @Test
  void aWeakHashIsReplacedAndRecognisedIfItHasSalt() {
    Rehashing rehashing = rehashing(new Argon2Encoder(19 * 1024, 2, 1));
    EncodedHash salted = new BcryptEncoder(4).encode("pw".getBytes(UTF_8));
    HashReplacement made = rehashing.replacement(salted, "pw").orElseThrow();
    assertThat(made.stored()).isEqualTo(salted);
    assertThat(made.better().scheme()).isEqualTo("argon2");
    assertThat(ALL.verify(made.better(), "pw".getBytes(UTF_8))).isTrue();
    assertThat(made.replaced()).contains(ReplacedHash.of(salted));
    assertThat(rehashing.replacement(made.better(), "pw")).isEmpty();
    EncodedHash bare = read("9cc2ae8a1ba7a93da39b46fc1019c481");
    assertThat(rehashing.replacement(bare, "correct horse battery staple").orElseThrow().replaced())
        .as("the digest of a hash without salt could be guessed")
        .isEmpty();
  }

  /** {@code python3 -c 'import crypt; print(crypt.crypt(PASSWORD, "ab"))'} */
  @Test
  void aHashThatIsOfOtherPasswordsTooIsKept() {
    Rehashing rehashing = rehashing(new Argon2Encoder(19 * 1024, 2, 1));
    EncodedHash ofEightBytes = new EncodedHash("des-crypt", "abIwpV1opXTEo");
    assertThat(ALL.verify(ofEightBytes, "long words".getBytes(UTF_8))).isFalse();
    assertThat(ALL.verify(ofEightBytes, "long passage".getBytes(UTF_8))).isTrue();
    assertThat(rehashing.replacement(ofEightBytes, "long password")).isEmpty();
    assertThat(rehashing.replacement(ofEightBytes, "long passage")).isEmpty();
    assertThat(rehashing.replacement(new EncodedHash("des-crypt", "abXXDYs66nzYU"), "short"))
        .isPresent();
    EncodedHash ignoringCase = new EncodedHash("lm", "e52cac67419a9a224a3b108f3fa6cb6d");
    assertThat(ALL.verify(ignoringCase, "Password".getBytes(UTF_8))).isTrue();
    assertThat(rehashing.replacement(ignoringCase, "Password")).isEmpty();
  }

  /** Otherwise each login would encode the password anew. */
  @Test
  void nothingIsGainedByAHashThatCostsTooLittleItself() {
    Rehashing rehashing = rehashing(new Argon2Encoder(128, 1, 1));
    EncodedHash cheap = new BcryptEncoder(4).encode("pw".getBytes(UTF_8));
    assertThat(rehashing.replacement(cheap, "pw")).isEmpty();
    Optional<HashReplacement> ofLegacy =
        rehashing.replacement(read("{SSHA}" + "qX1ceXBgfmcHC6yMXMU2Y1wbvo5zYWx0"), "pw");
    assertThat(ofLegacy).isPresent();
    assertThat(rehashing.replacement(ofLegacy.get().better(), "pw")).isEmpty();
  }

  private static Rehashing rehashing(PasswordEncoder preferred) {
    return new Rehashing(
        ALL, RehashRule.argon2(128, 1), new NewPasswords(preferred, new Argon2Encoder(128, 1, 1)));
  }
}
