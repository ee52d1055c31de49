package dev.muster.app.hash.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why hashes are not well-formed, in words. */
class FlawTest {

  /** {@code openssl passwd -6 -salt saltstring 'Hello world!'}. */
  private static final String SHA512 =
      "$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJu"
          + "esI68u4OTLiBFdcbYEdFCoEOfaS35inz1";

  private static String message(String scheme, String text) {
    HashReading reading =
        StandardSchemes.all(CostBounds.DEFAULTS).byName(scheme).orElseThrow().readAs(text);
    return ((HashReading.Malformed) reading).message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nt | 1b9d5effd34ac283c8efe2eacaea8bb | it has too few characters: it must have 32",
        "nt | 1b9d5effd34ac283c8efe2eacaea8bbx | it has a character that is not a hex digit",
        "hex-sha256 | 1b9d | it has too few characters: it must have 64",
        "bcrypt | $2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS2 |"
            + " the part after the last $ has 54 characters, and must have 53",
        "bcrypt | $2a$xx$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS |"
            + " the part after the second $ is not a number",
        "ldap-sha | {SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g | the part after the } has 27 characters, and"
            + " must have 28",
        "argon2 | $argon2id$v=19$m=64,t=x,p=1$c2FsdHNhbHQ$AAAAAA | its parameter t is not a number",
        "argon2 | $argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHQ | it has 4 $, and the example in"
            + " docs/hashes.md has 5",
        "argon2 | $argon2id$v=19$m=64,t=1,p=1$c2F~dHNhbHQ$AAAAAA | the part after the 4th $ has a"
            + " character that is not one of base64",
        "sha1-crypt | $sha1$1000$salt$ | the part after the last $ is empty",
      })
  void thePartThatIsWrongIsTold(String scheme, String text, String reason) {
    assertThat(message(scheme, text)).endsWith(": " + reason);
  }

  @Test
  void whiteSpaceAndLettersAreToldAsWhatTheyAre() {
    assertThat(message("sha512-crypt", SHA512 + " "))
        .isEqualTo("not a sound sha512-crypt hash: there is white space before or after it");
    assertThat(message("sha512-crypt", SHA512.substring(0, SHA512.length() - 1)))
        .endsWith("the part after the last $ has 85 characters, and must have 86");
  }

  /** Damages of each example that are told, and of none a part of the text is shown. */
  @Test
  void mostDamagesOfEverySchemeHaveAReasonWithoutAnyPartOfTheText() {
    List<String> unexplained = new ArrayList<>();
    int count = 0;
    for (KnownScheme known : StandardSchemes.known()) {
      HashScheme scheme = known.within().apply(CostBounds.DEFAULTS);
      String example = known.about().example();
      for (String damaged :
          List.of(
              example.substring(0, example.length() - 1),
              example.substring(0, example.length() - 3),
              example + "A",
              example.substring(0, example.length() - 2) + "~~",
              example.substring(1))) {
        if (scheme.readAs(damaged) instanceof HashReading.Malformed malformed
            && malformed.message().startsWith("not a sound")) {
          count++;
          if (!malformed.message().contains(": ")) {
            unexplained.add(known.name());
          }
          for (String secret : Pieces.of(example).texts()) {
            if (secret.length() > 16) {
              assertThat(malformed.message()).doesNotContain(secret.substring(0, 12));
            }
          }
        }
      }
    }
    assertThat(unexplained).hasSizeLessThan(count / 5);
  }
}
