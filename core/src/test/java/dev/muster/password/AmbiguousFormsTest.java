package dev.muster.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmbiguousFormsTest {

  private static final String MD5 = "9cc2ae8a1ba7a93da39b46fc1019c481";
  private static final String BCRYPT =
      "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS";

  /** Takes 32 characters for unsalted MD5, and what begins with sha1$ for a salted digest. */
  private static final HashSchemes DJANGO =
      new HashSchemes(
          List.of(new Fake("django-unsalted-md5", ""), new Fake("django-sha1", "sha1$")));

  private record Fake(String name, String start) implements HashScheme {

    @Override
    public HashReading read(String encoded) {
      boolean mine = start.isEmpty() ? encoded.length() == 32 : encoded.startsWith(start);
      return mine
          ? new HashReading.Accepted(new EncodedHash(name, encoded))
          : new HashReading.NotMine();
    }

    @Override
    public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void theSentenceNamesTheOtherSchemesAndWhatToDo() {
    HashDoubt assumed = AmbiguousForms.ofText(MD5, DJANGO).orElseThrow();
    HashDoubt named = AmbiguousForms.named("django-unsalted-md5").orElseThrow();

    assertThat(assumed.sentence(1))
        .isEqualTo(
            "1 hash is read as unsalted MD5; it could be nt, lm, hex-md4, or MD5 of more than the"
                + " password, such as a salt: try --prove with a known password, or name the scheme"
                + " in password_scheme.");
    assertThat(assumed.sentence(2)).startsWith("2 hashes are read as unsalted MD5; they could be");
    assertThat(named.sentence())
        .startsWith("Hashes are read as unsalted MD5; they could be")
        .endsWith(": try --prove with a known password.");
  }

  @Test
  void bcryptIsMostlyWhatItSeems() {
    HashDoubt bcrypt = AmbiguousForms.named("bcrypt").orElseThrow();

    assertThat(bcrypt.usual()).isTrue();
    assertThat(bcrypt.sentence(1_000_000)).startsWith("1000000 hashes are bcrypt. If the system");
    assertThat(AmbiguousForms.named("nt").orElseThrow().usual()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    MD5 + ", django-unsalted-md5",
    BCRYPT + ", bcrypt",
    "bcrypt$" + BCRYPT + ", bcrypt",
    "sha1$salt$00, django-sha1",
    "sha1$$00, ''",
    "$2b$10$short, ''",
    "{SSHA}XoOoKXA, ''",
    "pbkdf2_sha256$1$a$b, ''"
  })
  void aTextIsDoubtedByItsForm(String text, String scheme) {
    assertThat(AmbiguousForms.ofText(text, DJANGO).map(HashDoubt::scheme).orElse(""))
        .isEqualTo(scheme);
  }

  @ParameterizedTest
  @CsvSource({
    "bcrypt, $2b$, bcrypt",
    "hex-sha512, 00, hex-sha512",
    "nt, 00, nt",
    "argon2, $argon2id$, ''",
    "auth0-custom, $auth0$password=utf8$$$$2b$10$x, bcrypt",
    "auth0-custom, $auth0$password=utf8$$$$digest$alg=md5$$$x, django-unsalted-md5",
    "auth0-custom, $auth0$password=utf8$$$$digest$alg=sha256$$$x, hex-sha256",
    "auth0-custom, $auth0$password=utf8$c2FsdA$$$digest$alg=md5$$$x, ''",
    "auth0-custom, $auth0$password=utf8$$$$argon2id$v=19$x, ''"
  })
  void anAcceptedHashIsDoubtedByItsScheme(String scheme, String text, String doubted) {
    assertThat(AmbiguousForms.of(new EncodedHash(scheme, text)).map(HashDoubt::scheme).orElse(""))
        .isEqualTo(doubted);
  }

  @Test
  void anAcceptedHashIsToldToAWatcher() {
    List<String> seen = new ArrayList<>();

    for (String text : List.of(MD5, "nothing", "sha1$a$b")) {
      HashReading reading = DJANGO.read(text);
      assertThat(reading.watchedBy(hash -> seen.add(hash.scheme()))).isSameAs(reading);
    }

    assertThat(seen).containsExactly("django-unsalted-md5", "django-sha1");
  }
}
