package dev.muster.app.hash;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.spelling.KnownSpelling;
import dev.muster.app.hash.spelling.StandardSpellings;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form of hashes in docs/hashes.md.
 *
 * @param name of the scheme
 * @param scheme the name of the scheme that the example is read as
 * @param anchor of its section
 */
record DocumentedHash(String name, String scheme, String anchor, About about) {

  /** All that can be verified. */
  static final List<DocumentedHash> ALL =
      Stream.concat(
              StandardSchemes.known().stream()
                  .filter(known -> known.about().advice() != Advice.UNVERIFIABLE)
                  .map(
                      known ->
                          new DocumentedHash(
                              known.name(), known.name(), "scheme-" + known.name(), known.about())),
              StandardSpellings.known().stream().map(DocumentedHash::of))
          .toList();

  private static DocumentedHash of(KnownSpelling spelling) {
    String name = spelling.name();
    HashSchemes schemes = StandardSchemes.all(CostBounds.DEFAULTS);
    String scheme = ReadHash.of(schemes.read(spelling.about().example())).scheme();
    return new DocumentedHash(name, scheme, "spelling-" + name, spelling.about());
  }

  /** How each format takes the example. */
  List<ImportForm> forms() {
    return ImportForm.of(scheme, about.example());
  }
}
