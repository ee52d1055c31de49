package dev.muster.app.hash.spelling;

import dev.muster.password.HashSpellings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The registry of spellings. A text is tried only by those that begin with its first character. */
public final class StandardSpellings implements HashSpellings {

  /** The reader of all spellings. */
  public static final HashSpellings ALL = new StandardSpellings();

  private StandardSpellings() {}

  /** All spellings. */
  public static List<KnownSpelling> known() {
    return Registry.KNOWN;
  }

  /** Whether a name is that of a spelling. */
  public static boolean isName(String name) {
    return ALL.named(name).isPresent();
  }

  /** The spelling of a text. */
  public static Optional<KnownSpelling> of(String encoded) {
    return candidates(encoded)
        .filter(known -> known.reader().respelled(encoded).isPresent())
        .findFirst();
  }

  @Override
  public Optional<Respelled> respelled(String encoded) {
    return candidates(encoded)
        .flatMap(known -> known.reader().respelled(encoded).stream())
        .findFirst();
  }

  @Override
  public Optional<HashSpellings> named(String name) {
    return Registry.KNOWN.stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .map(KnownSpelling::named);
  }

  @Override
  public List<String> names() {
    return Registry.KNOWN.stream().map(KnownSpelling::name).toList();
  }

  /** Magento 1 and OpenMage write bcrypt beside their own hashes, with a version or without. */
  @Override
  public List<String> besides(String scheme) {
    return scheme.equals("magento") ? List.of("bcrypt") : List.of();
  }

  @Override
  public Optional<String> nameOf(String encoded) {
    return of(encoded).map(KnownSpelling::name);
  }

  private static Stream<KnownSpelling> candidates(String encoded) {
    return encoded.isEmpty()
        ? Stream.of()
        : Registry.BY_FIRST_CHARACTER.getOrDefault(encoded.charAt(0), List.of()).stream();
  }

  /** Created on first use, as most imports need none. */
  private static final class Registry {

    static final List<KnownSpelling> KNOWN =
        Stream.of(
                SpringEncoders.SPELLINGS,
                DovecotTags.SPELLINGS,
                DirectoryTags.SPELLINGS,
                DirectoryKeys.SPELLINGS,
                PhcParameters.SPELLINGS, // before those that take any order of parameters
                PhcDialects.SPELLINGS,
                KeycloakShapes.SPELLINGS,
                FirebaseAccount.SPELLINGS,
                BcryptShapes.SPELLINGS,
                PhpShapes.SPELLINGS,
                JoinedKeys.SPELLINGS,
                LiferayKeys.SPELLINGS,
                DigestShapes.SPELLINGS,
                ServerTexts.SPELLINGS,
                ProgramTexts.SPELLINGS,
                ScryptFields.SPELLINGS,
                MacOsPlist.SPELLINGS)
            .flatMap(List::stream)
            .toList();

    static final Map<Character, List<KnownSpelling>> BY_FIRST_CHARACTER = byFirstCharacter();

    private static Map<Character, List<KnownSpelling>> byFirstCharacter() {
      Map<Character, List<KnownSpelling>> all = new HashMap<>();
      for (KnownSpelling known : KNOWN) {
        for (char first : known.firstCharacters().toCharArray()) {
          all.computeIfAbsent(first, unused -> new ArrayList<>()).add(known);
        }
      }
      return all;
    }
  }
}
