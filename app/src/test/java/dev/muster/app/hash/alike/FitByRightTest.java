package dev.muster.app.hash.alike;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.Vector;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is excused, and that nothing beside it is. */
class FitByRightTest {

  private static final String ASCII = "correct horse battery staple";
  private static final String ACCENTED = "pässwörd ünïcödé";

  /** The reason for a vector that was changed in one place; its first one of a password. */
  private static Optional<String> reason(
      String scheme, String password, String contained, String change, String to)
      throws IOException {
    Vector vector =
        Vector.all().stream()
            .filter(each -> each.expected() && each.scheme().equals(scheme))
            .filter(each -> each.password().equals(password))
            .filter(each -> each.encoded().contains(contained) && each.encoded().contains(change))
            .findFirst()
            .orElseThrow();
    String changed = vector.encoded().replace(change, to);
    assertThat(changed).isNotEqualTo(vector.encoded());
    return new FitByRight(password.getBytes(UTF_8)).reason(scheme, changed, vector.encoded());
  }

  @ParameterizedTest
  @CsvSource({
    "bcrypt, correct horse battery staple, $2b$, $2a$",
    "bcrypt, correct horse battery staple, $2b$, $2x$",
    "bcrypt, pässwörd ünïcödé, $2b$, $2y$",
    "django-bcrypt-sha256, pässwörd ünïcödé, $2b$, $2a$",
    "wordpress-bcrypt, pässwörd ünïcödé, $2y$, $2x$"
  })
  void revisionsWithTheSameKeyAreOne(String scheme, String password, String from, String to)
      throws IOException {
    assertThat(reason(scheme, password, "", from, to))
        .contains("bcrypt's revisions with the same key");
  }

  @ParameterizedTest
  @CsvSource({
    "bcrypt, correct horse battery staple, $2b$, $2$",
    "bcrypt, pässwörd ünïcödé, $2b$, $2x$",
    "django-bcrypt-sha256, pässwörd ünïcödé, $2b$, $2$",
    "wordpress-bcrypt, pässwörd ünïcödé, $2y$, $2$"
  })
  void revisionsWithOtherKeysAreNot(String scheme, String password, String from, String to)
      throws IOException {
    assertThat(reason(scheme, password, "", from, to)).isEmpty();
  }

  @Test
  void aZeroAtTheEndOfAShortKeyOfHmacChangesNothing() throws IOException {
    assertThat(reason("kratos-hmac", ASCII, "sha256", "$MTIzNDU=", "$MTIzNDUA"))
        .contains("computed by the JDK");
    assertThat(reason("kratos-hmac", ASCII, "sha256", "$MTIzNDU=", "$MTIzNDUB")).isEmpty();
  }

  @Test
  void aRecipeIsComputedOnceMore() throws IOException {
    assertThat(reason("recipe", ACCENTED, "$sha224(", "base64-url(", "base64-url-unpadded("))
        .isEmpty();
    assertThat(reason("recipe", ACCENTED, "$sha224(", "unhex(salt)", "unhex(lower(salt))"))
        .contains("computed by the JDK");
    assertThat(reason("recipe", ACCENTED, "$scrypt(", "1024, 16", "1024, 8")).isEmpty();
  }

  @Test
  void otherSaltsAndDigestsAreNotExcused() throws IOException {
    assertThat(reason("scrypt-plain", ASCII, "r=8", ",r=8", ",r=4")).isEmpty();
    assertThat(reason("magento", ASCII, ":1", ":0o1", ":0o2")).isEmpty();
    assertThat(reason("ldap-crypt", ASCII, "{CRYPT}$1$", "$1$L", "$1$M")).isEmpty();
  }
}
