package dev.muster.app.hash.search;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import java.util.Optional;

/** Tries the schemes that recognise a text. */
final class RecognisedSchemes implements Search {

  @Override
  public String words() {
    return "the schemes that the text tells";
  }

  @Override
  public boolean suits(Part part) {
    return part.isWhole();
  }

  @Override
  public Optional<Solution> find(Part part, SearchLimit limit) {
    String text = part.sample().hash();
    Optional<String> respelled = Part.SCHEMES.respelled(text).map(EncodedHash::scheme);
    return StandardSchemes.known().stream()
        .filter(
            known ->
                respelled.filter(known.name()::equals).isPresent()
                    || Part.scheme(known).read(text) instanceof HashReading.Accepted)
        .flatMap(known -> part.as(known).stream())
        .findFirst();
  }
}
