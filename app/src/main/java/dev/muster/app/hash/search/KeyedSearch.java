package dev.muster.app.hash.search;

import static dev.muster.password.HashPart.INPUT;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Searches for an HMAC. The key is the system's key or the salt, and the message is the password
 * with or without a salt; or the key is the password, and the message is the salt.
 */
final class KeyedSearch {

  private static final SecretBytes NOTHING = SecretBytes.ofUtf8("");

  private final HashSearch search;
  private final List<Recipe> recipes = new ArrayList<>();

  /**
   * Key and message of an HMAC.
   *
   * @param words {@code key, message}
   * @param columns the recipe for tables, without digest and form
   */
  private record Recipe(String words, DigestInput key, DigestInput message, ColumnRecipe columns) {}

  KeyedSearch(HashSearch search) {
    this.search = search;
    DigestInput password = DigestInput.around(NOTHING, NOTHING);
    ColumnRecipe hmac = ColumnRecipe.of("hmac");
    for (Reading key : search.keys()) {
      DigestInput fixed = DigestInput.fixed(key.bytes());
      ColumnRecipe keyed = hmac.keyed(key);
      recipes.add(
          new Recipe(key.words() + ", password", fixed, password, keyed.with(INPUT, "{password}")));
      for (Reading salt : search.salts()) {
        DigestInput before = DigestInput.around(salt.bytes(), NOTHING);
        DigestInput after = DigestInput.around(NOTHING, salt.bytes());
        ColumnRecipe salted = keyed.salted(salt);
        recipes.add(
            new Recipe(
                key.words() + ", " + salt.words() + " + password",
                fixed,
                before,
                salted.with(INPUT, "{salt}{password}")));
        recipes.add(
            new Recipe(
                key.words() + ", password + " + salt.words(),
                fixed,
                after,
                salted.with(INPUT, "{password}{salt}")));
      }
    }
    for (Reading salt : search.salts()) {
      DigestInput fixed = DigestInput.fixed(salt.bytes());
      recipes.add(
          new Recipe(
              salt.words() + ", password",
              fixed,
              password,
              hmac.saltedKeys(salt).with(INPUT, "{password}")));
      recipes.add(
          new Recipe(
              "password, " + salt.words(),
              password,
              fixed,
              hmac.salted(salt).with(INPUT, "{salt}")));
    }
  }

  Optional<Solution> find() {
    search.limit().trying("keyed digests");
    for (SecretBytes hash : search.hashBytes()) {
      for (Digest digest : DigestSearch.ofLength(hash.length())) {
        for (PasswordForm form : forms()) {
          for (Recipe recipe : recipes) {
            KeyedDigest tried = new KeyedDigest(digest, form, recipe.key, recipe.message, hash);
            if (tried.matches(search.password().toBytes())) {
              return search.verified(
                  words(digest, form, recipe),
                  Stream.of(tried.encoded()),
                  columns(digest, form, recipe));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static ColumnRecipe columns(Digest digest, PasswordForm form, Recipe recipe) {
    String template = recipe.columns.constants().getOrDefault(INPUT, "");
    ColumnRecipe columns =
        recipe
            .columns
            .with(HashPart.DIGEST, digest.wireName())
            .with(INPUT, DigestSearch.input(template, form));
    return form.letters() == Letters.UTF8
        ? columns
        : columns.with(HashPart.ENCODING, form.letters().wireName());
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
