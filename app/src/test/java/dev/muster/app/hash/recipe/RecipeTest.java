package dev.muster.app.hash.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.scheme.KnownScheme;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What recipes look like, and what is said about texts that are none. */
class RecipeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bcrypt(hex(sha256(password)))",
        "bcrypt(salt + password)",
        "bcrypt(password + pepper(\"devise\"))",
        "bcrypt(lower(login) + password)",
        "sha1(\"--\" + salt + \"--\" + password + \"--\")",
        "sha1(salt + hex(sha1(salt + hex(sha1(password)))))",
        "hmac-sha256(repeat(salt, 64), utf16le(password))",
        "pbkdf2-sha256(hex(md5(password)), salt, 10000, 32)",
        "scrypt(password, unhex(salt), 16384, 8, 1, 64)",
        "argon2id(hex(md5(password)), unbase64(salt), 65536, 3, 4, 32)",
        "rounds(salt + password, 1000, hex(sha1(previous)))",
        "HEX(first(sha512(upper(password)), 32))",
        "base64-url-unpadded(md5(base64-unpadded(sha1(latin1(password)))))",
        "django-pbkdf2-sha256(hex(sha1(password)))",
        "md5(first(sha1(pepper(\"a\")), 4) + password)",
        "rounds(pepper(\"a\"), 9, first(sha512(previous + password), 32))",
        "first(md5(password), 8)",
        "md5(\"a \\\"quoted\\\" \\\\ \\u000a $ü\" + password)"
      })
  void aRecipeIsPrintedAsItIsWritten(String text) throws Exception {
    assertThat(Recipe.parse(text).print()).isEqualTo(text);
  }

  @Test
  void spacesAndParenthesesAndUtf8AreNoPartOfARecipe() throws Exception {
    assertThat(Recipe.parse(" md5( (utf8(salt)+password ) +\n\"x\")\t").print())
        .isEqualTo("md5(salt + password + \"x\")");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|Character 1: expected a value, a function or a text in quotes.",
        "md5|Character 1: expected ( after the name of this function.",
        "md5(|Character 5: expected a value, a function or a text in quotes.",
        "md5(password|Character 13: expected ).",
        "md5(password))|Character 14: expected + or the end.",
        "md5(password salt)|Character 14: expected ).",
        "md5(password + )|Character 16: expected a value, a function or a text in quotes.",
        "md5(pasword)|Character 5: there is no such value; there are password, salt and login.",
        "md5(md6(password))|Character 5: there is no such function",
        "md5(\"x + password)|Character 5: this text has no closing quote.",
        "md5(\"\\n\" + password)|Character 6: after a backslash there must be",
        "md5(password & salt)|Character 14: this character can be in a text in quotes only.",
        "md5(previous + password)|Character 5: previous can be in the last argument of rounds",
        "sha1(bcrypt(password))|bcrypt has its salt and cost from the stored hash",
        "argon2(bcrypt(password))|bcrypt has its salt and cost from the stored hash",
        "md5(argon2(password))|Character 5: a scheme can only be outermost",
        "md5(salt)|The recipe does not have the password.",
        "password + salt|A recipe must be a digest, a derived key or a scheme",
        "hex(password)|A recipe must be a digest, a derived key or a scheme",
        "repeat(password, 64)|A recipe must be a digest, a derived key or a scheme",
        "first(bcrypt(password), 20)|bcrypt has its salt and cost from the stored hash",
        "pbkdf2-sha1(password, salt, 1000)|Character 33: expected a comma and a whole number",
        "pbkdf2-sha1(password, salt, 0, 20)|Character 29: expected a whole number from 1 to",
        "pbkdf2-sha1(password, salt, 010, 20)|Character 29: expected a whole number from 1 to",
        "pbkdf2-sha1(password, salt, 10, 2000)|Character 33: expected a whole number from 1 to",
        "scrypt(password, salt, 1000, 8, 1, 32)|scrypt's N must be a power of two",
        "argon2id(password, salt, 256, 2, 1, 3)|expected a whole number from 4 to 1024",
        "md5(unhex(password))|only a salt, a login or a text can be decoded.",
        "md5(password + unhex(pepper(\"a\")))|only a salt, a login or a text can be decoded.",
        "rounds(password, 9, sha1(password))|expected previous, the value of the round before",
        "rounds(password, 9, previous + previous)|each round must be a digest or a key",
        "rounds(password, 9, rounds(previous, 9, rounds(previous, 9, md5(previous))))"
            + "|Character 61: rounds can be in rounds, but no deeper.",
        "first(md5(password), 7)|A recipe must make at least 8 bytes.",
        "base64(pbkdf2-sha1(password, salt, 10, 1))|A recipe must make at least 8 bytes.",
        "md5(first(pepper(\"a\"), 1) + password)|A part of a pepper can't be read",
        "md5(repeat(hex(pepper(\"a\") + salt), 1) + password)|A part of a pepper can't be read",
        "md5(password + rounds(pepper(\"a\"), 1, repeat(previous, 1)))|A part of a pepper can't",
        "md5(password + pepper(devise))|expected the name of a pepper in quotes.",
        "md5(password + pepper(\"0c0ffee0c0ffee\"))|expected the name of a pepper in quotes.",
      })
  void anErrorIsToldWithItsPlaceAndWhatIsExpected(String text, String message) {
    assertThatThrownBy(() -> Recipe.parse(text))
        .isInstanceOf(BadRecipe.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "md5(s3cret + password)",
        "s3cret(password)",
        "md5(password + pepper(\"S3cret\"))",
        "md5(\"s3cret\" + password",
        "md5(\"s3cret\\x\" + password)"
      })
  void anErrorRepeatsNothingOfTheRecipe(String text) {
    assertThatThrownBy(() -> Recipe.parse(text))
        .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("s3cret", "S3c"));
  }

  @Test
  void aRecipeThatIsTooLongOrHasTooManyPartsIsRefused() {
    assertThatThrownBy(() -> Recipe.parse("md5(password + \"" + "x".repeat(1000) + "\")"))
        .hasMessage("A recipe has at most 1000 characters.");
    assertThatThrownBy(() -> Recipe.parse("md5(password" + " + salt".repeat(63) + ")"))
        .hasMessageEndingWith("a recipe has at most 64 parts.");
    assertThatThrownBy(() -> Recipe.parse("md5(" + "hex(".repeat(20) + "password" + ")".repeat(21)))
        .hasMessage("A value of the recipe is too long.");
  }

  /** What is computed about rounds doubles with each level. */
  @ParameterizedTest
  @ValueSource(strings = {"rounds(password, 2, ", "hex(rounds(password, 2, "})
  void deepRoundsAreRefusedAtOnce(String level) {
    int levels = level.startsWith("hex") ? 20 : 31;
    String end = (level.startsWith("hex") ? "))" : ")").repeat(levels);

    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThatThrownBy(() -> Recipe.parse(level.repeat(levels) + "md5(previous)" + end))
                .hasMessageContaining("no deeper"));
  }

  /** A name has one meaning: that of a scheme only where no function has it. */
  @Test
  void noSchemeButBcryptHasTheNameOfAFunction() {
    Set<String> schemes =
        StandardSchemes.known().stream().map(KnownScheme::name).collect(Collectors.toSet());

    assertThat(Functions.names()).filteredOn(schemes::contains).containsExactly("bcrypt");
  }

  @Test
  void secretsOfARecipeAreNotShown() throws Exception {
    assertThat(Recipe.parse("md5(\"s3cret\" + password)").toString()).doesNotContain("s3cret");
    assertThat(Peppers.of(java.util.Map.of("shop", new byte[] {65, 66})).toString())
        .isEqualTo("Peppers[shop]");
  }
}
