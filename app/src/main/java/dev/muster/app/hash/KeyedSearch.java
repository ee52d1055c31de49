package dev.muster.app.hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks for an HMAC: keyed with the system's key or the salt, of the password with or without a
 * salt, or keyed with the password, of the salt.
 */
final class KeyedSearch {

  private static final Octets NOTHING = Octets.ofUtf8("");

  private final Riddle riddle;
  private final List<Recipe> recipes = new ArrayList<>();

  /**
   * An HMAC without its digest.
   *
   * @param words {@code key, message}
   */
  private record Recipe(String words, Mixture key, Mixture message) {}

  KeyedSearch(Riddle riddle) {
    this.riddle = riddle;
    Mixture password = Mixture.around(NOTHING, NOTHING);
    for (Riddle.Spelt key : riddle.keys()) {
      Mixture fixed = Mixture.fixed(key.bytes());
      recipes.add(new Recipe(key.words() + ", password", fixed, password));
      for (Riddle.Spelt salt : riddle.salts()) {
        Mixture before = Mixture.around(salt.bytes(), NOTHING);
        Mixture after = Mixture.around(NOTHING, salt.bytes());
        recipes.add(new Recipe(key.words() + ", " + salt.words() + " + password", fixed, before));
        recipes.add(new Recipe(key.words() + ", password + " + salt.words(), fixed, after));
      }
    }
    for (Riddle.Spelt salt : riddle.salts()) {
      Mixture fixed = Mixture.fixed(salt.bytes());
      recipes.add(new Recipe(salt.words() + ", password", fixed, password));
      recipes.add(new Recipe("password, " + salt.words(), password, fixed));
    }
  }

  Optional<Solution> find() {
    riddle.patience().trying("keyed digests");
    for (Octets hash : riddle.hashBytes()) {
      for (Digest digest : DigestSearch.ofLength(hash.length())) {
        for (PasswordForm form : forms()) {
          for (Recipe recipe : recipes) {
            KeyedDigest tried = new KeyedDigest(digest, form, recipe.key, recipe.message, hash);
            if (tried.matches(riddle.password().toBytes())) {
              return riddle.verified(words(digest, form, recipe), Stream.of(tried.encoded()));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static List<PasswordForm> forms() {
    return List.of(
        PasswordForm.PLAIN,
        PasswordForm.of(Letters.UTF16LE),
        PasswordForm.of(Letters.LATIN1),
        PasswordForm.hexOf(Digest.MD5),
        PasswordForm.hexOf(Digest.SHA1));
  }

  private static String words(Digest digest, PasswordForm form, Recipe recipe) {
    return "hmac-" + digest.wireName() + "(" + recipe.words.replace("password", form.words()) + ")";
  }
}
