package dev.muster.app.hash.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParsedHashTest {

  /** A salt, a digest or a key: a long run of characters with a decimal digit among them. */
  private static final Pattern SECRET =
      Pattern.compile("(?=[A-Za-z+/._-]*[0-9])[0-9A-Za-z+/._-]{11,}");

  /** All verifiable schemes but bcrypt, which has a class of its own. */
  static List<KnownScheme> known() {
    List<KnownScheme> known =
        StandardSchemes.known().stream()
            .filter(each -> scheme(each) instanceof TextScheme)
            .toList();
    assertThat(known).hasSizeGreaterThan(80);
    return known;
  }

  private static HashScheme scheme(KnownScheme known) {
    return known.within().apply(CostBounds.DEFAULTS);
  }

  @ParameterizedTest
  @MethodSource("known")
  void aParsedHashShowsNoSecret(KnownScheme known) {
    String example = known.about().example();
    TextScheme scheme = (TextScheme) scheme(known);
    String shown = scheme.parser().parse(example).orElseThrow().toString();

    assertThat(shown).isNotEmpty().doesNotContain(known.about().password());
    SECRET.matcher(example).results().forEach(secret -> assertHidden(secret.group(), shown));
  }

  private static void assertHidden(String secret, String shown) {
    String part = secret.substring(secret.length() - 8).toLowerCase(Locale.ROOT);
    assertThat(shown.toLowerCase(Locale.ROOT)).doesNotContain(part);
  }
}
