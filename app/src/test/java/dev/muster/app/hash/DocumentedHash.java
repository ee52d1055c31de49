package dev.muster.app.hash;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import java.util.List;

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
      StandardSchemes.known().stream()
          .filter(known -> known.about().advice() != Advice.UNVERIFIABLE)
          .map(
              known ->
                  new DocumentedHash(
                      known.name(), known.name(), "scheme-" + known.name(), known.about()))
          .toList();

  /** How each format takes the example. */
  List<ImportForm> forms() {
    return ImportForm.of(scheme, about.example());
  }
}
