package dev.muster.app.hash.search;

import dev.muster.app.hash.recipe.Call;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import java.util.List;
import java.util.Optional;

/**
 * Tries a scheme that recognises the text, over something else than the password: {@code
 * bcrypt(hex(sha256(password)))}.
 */
final class WrappedSearch implements Search {

  private static final String BCRYPT = "bcrypt";

  @Override
  public String words() {
    return "the scheme of the text over digests of the password, and over salt, key and login";
  }

  @Override
  public boolean suits(Assumption assumed) {
    return assumed.isWhole() && read(assumed).isPresent();
  }

  private static Optional<EncodedHash> read(Assumption assumed) {
    return Assumption.SCHEMES.read(assumed.sample().hash()) instanceof HashReading.Accepted accepted
        ? Optional.of(accepted.hash())
        : Optional.empty();
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    EncodedHash hash = read(assumed).orElseThrow();
    List<Piece> forms = PasswordForms.all(assumed);
    for (int i = 0; i < forms.size() && limit.lasts(); i++) {
      Piece form = forms.get(i);
      if (Assumption.SCHEMES.verify(hash, form.bytes())) {
        return assumed.recipe(Call.text(hash.scheme(), form.words()));
      }
      if (i == 0 && hash.scheme().equals(BCRYPT)) {
        Optional<Solution> twice = assumed.recipe("bcrypt(bcrypt(password))");
        if (twice.isPresent()) {
          return twice;
        }
      }
    }
    return Optional.empty();
  }
}
