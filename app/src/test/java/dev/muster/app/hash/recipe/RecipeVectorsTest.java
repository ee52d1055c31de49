package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashPart;
import dev.muster.password.HashReading;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hash, salt and pepper as systems have them, read by a recipe. The hashes are of Python's bcrypt
 * and hashlib:
 *
 * <pre>
 * bcrypt.hashpw(hashlib.sha256(p).hexdigest().encode(), bcrypt.gensalt(6))
 * bcrypt.hashpw(p + b"0c0ffee0c0ffee", bcrypt.gensalt(6))
 * hmac.new((salt * 4)[:64], p.encode("utf-16-le"), "sha256")
 * hashlib.scrypt(p, salt=salt_text, n=16384, r=16, p=1, dklen=64)
 * </pre>
 */
class RecipeVectorsTest {

  private static final String PASSWORD = "pässwörd☃ñ";
  private static final String ASCII = "Tr0ub4dor&3";
  private static final RecipeScheme SCHEME =
      new RecipeScheme(
          CostBounds.DEFAULTS,
          Peppers.of(
              Map.of(
                  "devise", "0c0ffee0c0ffee".getBytes(UTF_8),
                  "static", "static-pepper-1".getBytes(UTF_8),
                  "cookie-key", "kJ8s7dHq2LmN0pRtVxYz".getBytes(UTF_8))));

  private static boolean fits(String stored, String password) {
    HashReading reading = SCHEME.read(stored);
    assertThat(reading).isInstanceOf(HashReading.Accepted.class);
    EncodedHash hash = ((HashReading.Accepted) reading).hash();
    return SCHEME.verify(hash, password.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bcrypt(hex(sha256(password)))"
            + "|$2b$06$4ISJIkEvmXEFtjL3IsHM8.QaRRvNsHiP7bVUllZbaC6RcWEiftmQC|``",
        "bcrypt(hex(md5(password)))"
            + "|$2b$06$9Hv5NVjhEoO7ONx6zY5krO1CHCL/q4PqdZuudnjDY.SaguvEiQX1q|``",
        "bcrypt(bcrypt(password))"
            + "|$2a$06$1qiILCu3brlX1O85PGPA2eSgbEbsbLlbJ6Vo6BFgkG4vWBEyGSXgK|``",
        "scrypt(password, salt, 16384, 16, 1, 64)"
            + "|60825775f3c5d5440984c8ca4e7e70845b09d8b2f86e78ea9e7ea05889f66ff4"
            + "dddbafb288287fdbb380c6e64aab7d502b8c567937dedd21ef4ce7f857a34749"
            + "|9f86d081884c7d659a2feaa0c55ad015",
        "hmac-sha256(repeat(unbase64(salt), 64), utf16le(password))"
            + "|dwq5FcjNQ45d2zk0E+fFCJ//DFYzx/otWKXvX+JFcJk=|AAECAwQFBgcICQoLDA0ODw==",
        "md5(hex(md5(password)) + salt)|a12a36b0eb49e9eca84f48d1f709dd21|a#9",
        "HEX(md5(hex(md5(password)) + salt))|A12A36B0EB49E9ECA84F48D1F709DD21|a#9"
      })
  void aHashOfANonAsciiPasswordIsVerified(String recipe, String hash, String salt)
      throws Exception {
    String stored = Recipe.parse(recipe).encoded(hash, salt);

    assertThat(fits(stored, PASSWORD)).isTrue();
    assertThat(fits(stored, "passwort☃n")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bcrypt(password + pepper(\"devise\"))"
            + "|$2b$06$CuEnU0DPUuETgSgcZkiBW.AbstZ7BFMYKKf3VWci3e62hCG26B9ci|``|``",
        "bcrypt(salt + password)"
            + "|$2b$06$9kK2ICk0ick.uNfPtSDGEupzje7Cr7A1MJZCEESLQzjymfwpuCf6W"
            + "|1f3b2c9e-aaaa-bbbb-cccc-0123456789ab|``",
        "bcrypt(lower(login) + password)"
            + "|$2b$06$IS9h5JE3sj4wj/ofBG/ta.Y7iJXR6AxfDDT.hTt6Z4xbBNZsb/5Bm|``|Admin",
        "bcrypt(base64(sha384(password)))"
            + "|$2b$05$RZe3l0tvo76VMb1Qe1yByeO8O.AV4Z8Eky0H.MPWh3MAeffDZcVum|``|``",
        "sha256(pepper(\"static\") + password)"
            + "|d1f7852fe6caed6c84856883f5440bb1ad73394b2882beb2858c5a2531f1f63a|``|``",
        "md5(pepper(\"cookie-key\") + password)|f28f79eff82d1c0937afe8bdc875dc2e|``|``",
        "sha1(\"--\" + salt + \"--\" + password + \"--\")"
            + "|86ca451b84fe60f755fb3ea1032e6d275aa9f440|abc123def|``",
        "sha1(salt + hex(sha1(salt + hex(sha1(password)))))"
            + "|21cc960796d7a7f00b972d0d02364ba7051667e9|Ab3dEf9hi|``"
      })
  void aHashOfAnAsciiPasswordIsVerified(String recipe, String hash, String salt, String login)
      throws Exception {
    String stored = Recipe.parse(recipe).encoded(hash, salt, login);

    assertThat(fits(stored, ASCII)).isTrue();
    assertThat(fits(stored, ASCII + "4")).isFalse();
    assertThat(fits(stored, "")).isFalse();
  }

  /** {@code hashlib.md5(p).digest().hex().encode()}, in base64: digits of hex encoded again. */
  @Test
  void theEncodingsThatARecipeEndsWithAreThoseOfTheHash() throws Exception {
    String doubled =
        java.util.Base64.getEncoder()
            .encodeToString("5f4dcc3b5aa765d61d8327deb882cf99".getBytes(UTF_8));

    assertThat(fits(Recipe.parse("base64(hex(md5(password)))").encoded(doubled, ""), "password"))
        .isTrue();
    assertThat(
            fits(
                Recipe.parse("md5(password)").encoded("5F4DCC3B5AA765D61D8327DEB882CF99", ""),
                "password"))
        .isTrue();
  }

  /** The last round of {@code rounds(…, hex(…))} is text, in either case. */
  @Test
  void aHashMayBeTheTextOfTheLastRound() throws Exception {
    Recipe recipe = Recipe.parse("rounds(password, 2, hex(md5(previous)))");

    assertThat(fits(recipe.encoded("696D29E0940A4957748FE3FC9EFD22A3", ""), "password")).isTrue();
  }

  /** The last digit of a salt has four bits that are not used; some systems fill them. */
  @Test
  void aBcryptHashWithUnusedBitsIsVerified() throws Exception {
    String filled = "$2b$06$4ISJIkEvmXEFtjL3IsHM8/QaRRvNsHiP7bVUllZbaC6RcWEiftmQC";

    assertThat(fits(Recipe.parse("bcrypt(hex(sha256(password)))").encoded(filled, ""), PASSWORD))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "md5(password)|5f4dcc3b5aa765d61d8327deb882cf9|``|HASH|``",
        "md5(password)|da39a3ee5e6b4b0d3255bfef95601890afd80709|``|HASH|20 bytes",
        "md5(password)|no hash!|``|HASH|not valid hex or base64",
        "hex(md5(password))|X03MO1qnZdYdgyfeuILPmQ==|``|HASH|not valid hex",
        "bcrypt(password)|5f4dcc3b5aa765d61d8327deb882cf99|``|HASH|bcrypt",
        "argon2(password)|$argon2id$v=19$m=1$x|``|HASH|argon2",
        "md5(salt + password)|5f4dcc3b5aa765d61d8327deb882cf99|``|SALT|there is none",
        "md5(password)|5f4dcc3b5aa765d61d8327deb882cf99|x|SALT|does not have it",
        "md5(unhex(salt) + password)|5f4dcc3b5aa765d61d8327deb882cf99|xy|SALT|can't be decoded",
        "md5(login + password)|5f4dcc3b5aa765d61d8327deb882cf99|``|LOGIN|there is none"
      })
  void whatDoesNotFitTheRecipeIsRefusedWithoutBeingShown(
      String recipe, String hash, String salt, HashPart part, String message) throws Exception {
    Recipe parsed = Recipe.parse(recipe);

    assertThatThrownBy(() -> parsed.encoded(hash, salt))
        .isInstanceOfSatisfying(BadRecipe.class, e -> assertThat(e.part()).isEqualTo(part))
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain(hash));
  }
}
