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
  public boolean suits(Assumption assumed) {
    return assumed.isWhole();
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    String text = assumed.sample().hash();
    Optional<String> respelled = Assumption.SCHEMES.respelled(text).map(EncodedHash::scheme);
    return StandardSchemes.known().stream()
        .filter(
            known ->
                respelled.filter(known.name()::equals).isPresent()
                    || Assumption.scheme(known).read(text) instanceof HashReading.Accepted)
        .flatMap(known -> assumed.as(known).stream())
        .findFirst();
  }
}
