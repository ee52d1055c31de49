package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries one pass of a digest over password, salt and key: which digest, which of the three comes
 * first, what separates them, and how each is encoded.
 */
final class DigestSearch implements Search {

  private static final List<String> SEPARATORS =
      List.of("", ":", "-", "$", "_", ".", "|", " ", "--", ",", "/", "#", "@");
  private static final List<Digest> INNER =
      List.of(Digest.MD5, Digest.SHA1, Digest.SHA256, Digest.SHA512);

  /** Digests of salts, as forums used {@code md5(md5(salt) + md5(password))}. */
  private static final List<Digest> OF_TEXTS = List.of(Digest.MD5, Digest.SHA1, Digest.SHA256);

  @Override
  public String words() {
    return "digests of password, salt and key in every order";
  }

  @Override
  public boolean suits(Assumption assumed) {
    return hasDigest(assumed);
  }

  /** Whether the hash has the length of a digest. */
  static boolean hasDigest(Assumption assumed) {
    return assumed.hash().filter(hash -> !ofLength(hash.length()).isEmpty()).isPresent();
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    SecretBytes hash = assumed.hash().orElseThrow();
    List<Arrangement> arrangements = arrangements(assumed);
    for (Digest digest : ofLength(hash.length())) {
      for (PasswordForm form : forms()) {
        byte[] password = form.of(assumed.password());
        for (Arrangement arrangement : arrangements) {
          byte[] message = input(arrangement).with(password);
          if (hash.sameAs(digest.of(message))) {
            SaltedDigest found =
                new SaltedDigest(
                    digest,
                    form,
                    1,
                    Iteration.BYTES,
                    arrangement.bytesBefore(),
                    arrangement.bytesAfter(),
                    hash);
            return solution(assumed, found, arrangement);
          }
        }
        if (!limit.lasts()) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static List<Arrangement> arrangements(Assumption assumed) {
    List<Reading> texts = new ArrayList<>(assumed.texts());
    for (Reading text : assumed.texts()) {
      OF_TEXTS.forEach(digest -> texts.add(text.digest(digest)));
    }
    List<Arrangement> all = new ArrayList<>(Arrangement.ofOne(texts, SEPARATORS));
    all.addAll(Arrangement.ofTwo(assumed.texts(), SEPARATORS));
    for (Arrangement arrangement : Arrangement.of(assumed.texts(), List.of("--"))) {
      all.add(arrangement.framed("--"));
    }
    assumed.salts().forEach(salt -> all.add(Arrangement.braced(salt)));
    return all;
  }

  private static DigestInput input(Arrangement arrangement) {
    return DigestInput.around(arrangement.bytesBefore(), arrangement.bytesAfter());
  }

  /**
   * The solution for a digest that gives the hash. Key and login are no part of the text of a
   * digest, so with them it is a recipe.
   */
  static Optional<Solution> solution(
      Assumption assumed, SaltedDigest found, Arrangement arrangement) {
    PasswordForm form = found.form();
    Piece message = arrangement.around(Piece.password(assumed.sample().password(), form));
    String words = Words.repeated(found.digest(), found.chain(), found.rounds(), message.words());
    return arrangement.isOfSaltOnly()
        ? assumed.verified(words, Stream.of(found.encoded()), columns(found, arrangement))
        : assumed.recipe(words);
  }

  private static ColumnRecipe columns(SaltedDigest found, Arrangement arrangement) {
    PasswordForm form = found.form();
    ColumnRecipe columns =
        ColumnRecipe.of("digest")
            .with(HashPart.DIGEST, found.digest().wireName())
            .with(HashPart.INPUT, arrangement.template(place(form)));
    columns = arrangement.salt().map(columns::salted).orElse(columns);
    if (form.letters() != Letters.UTF8) {
      columns = columns.with(HashPart.ENCODING, form.letters().wireName());
    }
    return found.rounds() == 1
        ? columns
        : columns
            .with(HashPart.ITERATIONS, Long.toString(found.rounds()))
            .with(HashPart.CHAIN, found.chain().wireName());
  }

  /** The place of the password in a template, as its form has it. */
  static String place(PasswordForm form) {
    return form.hexOf().map(inner -> "{" + inner.wireName() + "(password)}").orElse("{password}");
  }

  static List<Digest> ofLength(int length) {
    return Stream.of(Digest.values()).filter(digest -> digest.length() == length).toList();
  }

  /** Without Whirlpool, which is slow, and of which no known system has digests of digests. */
  static List<Digest> quickOfLength(int length) {
    return ofLength(length).stream().filter(digest -> digest != Digest.WHIRLPOOL).toList();
  }

  private static List<PasswordForm> forms() {
    List<PasswordForm> forms = new ArrayList<>();
    for (Letters letters : Letters.values()) {
      forms.add(PasswordForm.of(letters));
    }
    for (Letters letters : Letters.values()) {
      for (Digest inner : INNER) {
        forms.add(new PasswordForm(letters, Optional.of(inner)));
      }
    }
    return forms;
  }
}
