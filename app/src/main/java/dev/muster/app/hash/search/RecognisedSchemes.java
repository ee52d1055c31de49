package dev.muster.app.hash.search;

import dev.muster.app.hash.StandardSchemes;
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
    return StandardSchemes.known().stream()
        .filter(
            known -> Part.scheme(known).read(part.sample().hash()) instanceof HashReading.Accepted)
        .flatMap(known -> part.as(known).stream())
        .findFirst();
  }
}
