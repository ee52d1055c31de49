package dev.muster.password;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HashSchemesTest {

  private final HashSchemes schemes =
      new HashSchemes(List.of(new PlainScheme("apple"), new PlainScheme("pear")));

  @Test
  void theSchemeThatKnowsTheTextReadsIt() {
    assertThat(schemes.read("pear:secret"))
        .isEqualTo(new HashReading.Accepted(new EncodedHash("pear", "pear:secret")));
  }

  @Test
  void aRefusalIsAnAnswerToo() {
    assertThat(schemes.read("apple:")).isEqualTo(new HashReading.Malformed("apple is empty"));
  }

  @Test
  void aTextThatNoSchemeKnowsIsNobodys() {
    assertThat(schemes.read("plum:secret")).isEqualTo(new HashReading.NotMine());
    assertThat(new HashSchemes(List.of()).read("")).isEqualTo(new HashReading.NotMine());
  }

  @Test
  void theSchemeThatTheHashNamesVerifiesIt() {
    EncodedHash hash = new EncodedHash("pear", "pear:secret");

    assertThat(schemes.verify(hash, "secret".getBytes(UTF_8))).isTrue();
    assertThat(schemes.verify(hash, "other".getBytes(UTF_8))).isFalse();
  }

  @Test
  void verifyingByAMissingSchemeIsAMistakeThatDoesNotShowTheHash() {
    assertThatIllegalStateException()
        .isThrownBy(() -> schemes.verify(new EncodedHash("plum", "plum:secret"), new byte[0]))
        .withMessage("no scheme named plum");
  }

  /** {@code =} is before another spelling or a hash, {@code <} before a hash of pear. */
  private final HashSchemes spelled =
      new HashSchemes(
          List.of(new PlainScheme("apple"), new PlainScheme("pear")),
          text ->
              switch (text.isEmpty() ? ' ' : text.charAt(0)) {
                case '=' -> Optional.of(HashSpellings.Respelled.of(text.substring(1)));
                case '<' -> Optional.of(HashSpellings.Respelled.of("pear", text.substring(1)));
                default -> Optional.empty();
              });

  @Test
  void anotherSpellingIsStoredAsTheSchemeSpellsIt() {
    HashReading pear = new HashReading.Accepted(new EncodedHash("pear", "pear:secret"));

    for (String text : List.of("<pear:secret", "=pear:secret", "=<pear:secret", "==pear:secret")) {
      assertThat(spelled.read(text)).isEqualTo(pear);
      assertThat(spelled.respelled(text)).contains(new EncodedHash("pear", "pear:secret"));
      assertThat(spelled.byName("pear").orElseThrow().readAs(text)).isEqualTo(pear);
      assertThat(schemes.read(text)).isEqualTo(new HashReading.NotMine());
    }
  }

  @Test
  void aNamedSchemeDoesNotReadTheSpellingsOfOthers() {
    assertThat(spelled.byName("apple").orElseThrow().readAs("<pear:secret"))
        .isInstanceOf(HashReading.Malformed.class);
  }

  @Test
  void anotherSpellingCanBeRefusedToo() {
    assertThat(spelled.read("=pear:")).isEqualTo(new HashReading.Malformed("pear is empty"));
    assertThat(spelled.read("<pear:")).isEqualTo(new HashReading.Malformed("pear is empty"));
    assertThat(spelled.read("=plum:secret")).isEqualTo(new HashReading.NotMine());
  }

  @Test
  void spellingsOfSpellingsEnd() {
    assertThat(spelled.read("=".repeat(100_000) + "pear:secret"))
        .isEqualTo(new HashReading.NotMine());
  }

  @Test
  void anotherSpellingIsNotShown() {
    assertThat(HashSpellings.Respelled.of("pear", "pear:secret").toString())
        .doesNotContain("secret");
  }

  @Test
  void schemesAreFoundByName() {
    assertThat(schemes.byName("apple")).map(HashScheme::name).contains("apple");
    assertThat(schemes.byName("plum")).isEmpty();
  }

  @Test
  void namesAreUnique() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new HashSchemes(List.of(new PlainScheme("apple"), new PlainScheme("apple"))))
        .withMessage("two schemes named apple");
  }

  /** The name, a colon, and the password as it is. */
  private record PlainScheme(String name) implements HashScheme {

    @Override
    public HashReading read(String encoded) {
      if (!encoded.startsWith(name + ":")) {
        return new HashReading.NotMine();
      }
      return encoded.length() == name.length() + 1
          ? new HashReading.Malformed(name + " is empty")
          : new HashReading.Accepted(new EncodedHash(name, encoded));
    }

    @Override
    public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
      return hash.encoded().equals(name + ":" + new String(passwordUtf8, UTF_8));
    }
  }
}
