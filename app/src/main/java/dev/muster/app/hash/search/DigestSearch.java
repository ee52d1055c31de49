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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Searches for a digest of a password and a salt: which digest, which of the two comes first, what
 * separates them, how each is encoded, and how often the digest is repeated.
 */
final class DigestSearch {

  private static final int ROUNDS_MAX = 10_000;
  private static final List<String> SEPARATORS = List.of("", ":", "-", "$", "_", ".", "|", " ");
  private static final List<Digest> INNER =
      List.of(Digest.MD5, Digest.SHA1, Digest.SHA256, Digest.SHA512);
  private static final SecretBytes NOTHING = SecretBytes.ofUtf8("");

  private final HashSearch search;
  private final List<Place> places;
  private final List<Place> frequentPlaces;

  /**
   * The fixed bytes around the password.
   *
   * @param words the description, with the word {@code password}
   * @param template the template of the input, with <code>{password}</code>
   * @param salt null if there is none
   */
  private record Place(
      String words,
      String template,
      @Nullable Reading salt,
      SecretBytes before,
      SecretBytes after) {}

  DigestSearch(HashSearch search) {
    this.search = search;
    this.places = places(withDigests(search.salts()), SEPARATORS);
    this.frequentPlaces = places(search.salts(), List.of(""));
  }

  /** Tries one pass of a digest. */
  Optional<Solution> once() {
    search.limit().trying("digests");
    for (SecretBytes hash : search.hashBytes()) {
      for (Digest digest : ofLength(hash.length())) {
        for (PasswordForm form : forms()) {
          byte[] password = form.of(search.password().toBytes());
          for (Place place : places) {
            byte[] message = DigestInput.around(place.before, place.after).with(password);
            if (hash.sameAs(digest.of(message))) {
              return solution(digest, form, 1, Iteration.BYTES, place, hash);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Tries digests that are repeated up to ten thousand times, with the salt at its usual places.
   */
  Optional<Solution> repeated() {
    search.limit().trying("repeated digests");
    for (SecretBytes hash : search.hashBytes()) {
      for (Digest digest : ofLength(hash.length())) {
        for (Letters letters : List.of(Letters.UTF8, Letters.UTF16LE)) {
          PasswordForm form = PasswordForm.of(letters);
          for (Iteration chain : Iteration.values()) {
            for (Place place : frequentPlaces) {
              int rounds = rounds(digest, form, chain, place, hash);
              if (rounds > 0) {
                return solution(digest, form, rounds, chain, place, hash);
              }
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The number of rounds that gives the hash; 0 if none up to the maximum does. */
  private int rounds(
      Digest digest, PasswordForm form, Iteration chain, Place place, SecretBytes hash) {
    byte[] message =
        DigestInput.around(place.before, place.after).with(form.of(search.password().toBytes()));
    byte[] round = digest.of(message);
    for (int i = 1; i <= ROUNDS_MAX && search.limit().lasts(); i++) {
      if (hash.sameAs(round)) {
        return i;
      }
      round = chain.next(digest, round, message);
    }
    return 0;
  }

  private Optional<Solution> solution(
      Digest digest,
      PasswordForm form,
      int rounds,
      Iteration chain,
      Place place,
      SecretBytes hash) {
    SaltedDigest found =
        new SaltedDigest(digest, form, rounds, chain, place.before, place.after, hash);
    String words = digest.wireName() + "(" + place.words.replace("password", form.words()) + ")";
    String repeated = rounds == 1 ? "" : ", " + rounds + " rounds " + chain.words();
    return search.verified(
        words + repeated, Stream.of(found.encoded()), columns(digest, form, rounds, chain, place));
  }

  private static ColumnRecipe columns(
      Digest digest, PasswordForm form, int rounds, Iteration chain, Place place) {
    ColumnRecipe columns = ColumnRecipe.of("digest").with(HashPart.DIGEST, digest.wireName());
    columns = columns.with(HashPart.INPUT, input(place.template, form));
    columns = place.salt == null ? columns : columns.salted(place.salt);
    if (form.letters() != Letters.UTF8) {
      columns = columns.with(HashPart.ENCODING, form.letters().wireName());
    }
    return rounds == 1
        ? columns
        : columns
            .with(HashPart.ITERATIONS, Integer.toString(rounds))
            .with(HashPart.CHAIN, chain.wireName());
  }

  /** The template with the password as its form has it. */
  static String input(String template, PasswordForm form) {
    return form.hexOf()
        .map(inner -> template.replace("{password}", "{" + inner.wireName() + "(password)}"))
        .orElse(template);
  }

  static List<Digest> ofLength(int length) {
    return Stream.of(Digest.values()).filter(digest -> digest.length() == length).toList();
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

  private static List<Place> places(List<Reading> salts, List<String> separators) {
    List<Place> places = new ArrayList<>();
    places.add(new Place("password", "{password}", null, NOTHING, NOTHING));
    for (Reading salt : salts) {
      for (String separator : separators) {
        places.addAll(places(salt, separator));
      }
      SecretBytes braced = SecretBytes.ofUtf8("{").then(salt.bytes()).then(SecretBytes.ofUtf8("}"));
      places.add(
          new Place(
              "password + \"{\" + " + salt.words() + " + \"}\"",
              "{password}{" + salt.place() + "}",
              salt,
              NOTHING,
              braced));
    }
    return places;
  }

  private static List<Place> places(Reading salt, String separator) {
    String plus = separator.isEmpty() ? " + " : " + \"" + separator + "\" + ";
    SecretBytes before = salt.bytes().then(SecretBytes.ofUtf8(separator));
    SecretBytes after = SecretBytes.ofUtf8(separator).then(salt.bytes());
    String first = salt.words() + plus + "password";
    String firstPlace = salt.place() + separator + "{password}";
    return List.of(
        new Place(first, firstPlace, salt, before, NOTHING),
        new Place(
            "password" + plus + salt.words(),
            "{password}" + separator + salt.place(),
            salt,
            NOTHING,
            after),
        new Place(
            first + plus + salt.words(),
            firstPlace + separator + salt.place(),
            salt,
            before,
            after));
  }

  /** Adds digests of the salts, as forums used {@code md5(md5(salt) + md5(password))}. */
  private static List<Reading> withDigests(List<Reading> salts) {
    List<Reading> all = new ArrayList<>(salts);
    for (Reading salt : salts) {
      for (Digest inner : List.of(Digest.MD5, Digest.SHA1)) {
        String hex = HexFormat.of().formatHex(inner.of(salt.bytes().toBytes()));
        all.add(
            new Reading(
                inner.wireName() + "(" + salt.words() + ")",
                "{" + inner.wireName() + "(salt)}",
                salt.encoding(),
                SecretBytes.ofUtf8(hex)));
      }
    }
    return all;
  }
}
