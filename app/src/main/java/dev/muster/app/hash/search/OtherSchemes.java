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
  public boolean suits(Assumption assumed) {
    return assumed.isWhole();
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    return StandardSchemes.known().stream()
        .filter(known -> limit.lasts())
        .flatMap(known -> assumed.as(known).stream())
        .findFirst();
  }
}
