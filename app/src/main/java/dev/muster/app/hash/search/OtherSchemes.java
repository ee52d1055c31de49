package dev.muster.app.hash.search;

import dev.muster.app.hash.StandardSchemes;
import java.util.Optional;

/** Tries all schemes, also those whose texts can't be recognised. */
final class OtherSchemes implements Search {

  @Override
  public String words() {
    return "all schemes of docs/hashes.md";
  }

  @Override
  public boolean suits(Part part) {
    return part.isWhole();
  }

  @Override
  public Optional<Solution> find(Part part, SearchLimit limit) {
    return StandardSchemes.known().stream()
        .filter(known -> limit.lasts())
        .flatMap(known -> part.as(known).stream())
        .findFirst();
  }
}
