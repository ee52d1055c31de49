package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.recipe.Call;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries digests of digests, with salt, key and login in each of them, as forums and shops have
 * them: {@code sha1(salt + hex(sha1(salt + hex(sha1(password)))))}.
 */
final class NestedSearch implements Search {

  private static final List<String> SEPARATORS = List.of("", ":", "-", "$", ".");
  private static final List<Letters> LETTERS =
      List.of(Letters.UTF8, Letters.LOWER, Letters.UTF16LE, Letters.LATIN1);
  private static final List<Digest> INNER =
      List.of(Digest.MD5, Digest.SHA1, Digest.SHA256, Digest.SHA512, Digest.SHA384, Digest.MD4);
  private static final List<Digest> FREQUENT =
      List.of(Digest.MD5, Digest.SHA1, Digest.SHA256, Digest.SHA512);

  @Override
  public String words() {
    return "nested digests, as forums and shops have them";
  }

  @Override
  public boolean suits(Assumption assumed) {
    return DigestSearch.hasDigest(assumed);
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    SecretBytes hash = assumed.hash().orElseThrow();
    List<Reading> texts = assumed.texts();
    List<Arrangement> ofOne = Arrangement.ofOne(texts, List.of(""));
    Outermost outermost = new Outermost(assumed, hash, limit);
    Piece password = Piece.password(assumed.sample().password(), Letters.UTF8);
    List<Arrangement> outer = outer(texts);
    return outermost
        .find(joined(password), outer)
        .or(() -> outermost.find(once(assumed, ofOne), outer))
        .or(() -> outermost.find(nested(ofOne, password), ofOne));
  }

  private static List<Arrangement> outer(List<Reading> texts) {
    List<Reading> digested = new ArrayList<>();
    for (Reading text : texts) {
      FREQUENT.forEach(digest -> digested.add(text.digest(digest)));
    }
    List<Arrangement> outer = new ArrayList<>(Arrangement.ofOne(texts, SEPARATORS));
    outer.addAll(Arrangement.ofOne(digested, List.of("")));
    outer.addAll(Arrangement.ofTwo(texts, List.of("")));
    return outer;
  }

  /** Digests of the password with the texts around it, in every notation. */
  private static List<Piece> once(Assumption assumed, List<Arrangement> arrangements) {
    List<Piece> pieces = new ArrayList<>();
    for (Letters letters : LETTERS) {
      Piece password = Piece.password(assumed.sample().password(), letters);
      for (Digest digest : INNER) {
        for (Arrangement arrangement : arrangements) {
          Piece bytes = arrangement.around(password).digest(digest);
          pieces.addAll(List.of(bytes.hex(), bytes.upperHex(), bytes, bytes.base64()));
        }
      }
    }
    Piece password = Piece.password(assumed.sample().password(), Letters.UTF8);
    for (Arrangement arrangement : Arrangement.ofTwo(assumed.texts(), List.of(""))) {
      INNER.forEach(digest -> pieces.add(arrangement.around(password).digest(digest).hex()));
    }
    return pieces;
  }

  /** Digests in hex of digests in hex. */
  private static List<Piece> nested(List<Arrangement> arrangements, Piece password) {
    List<Piece> pieces = new ArrayList<>();
    for (Digest digest : FREQUENT) {
      for (Arrangement first : arrangements) {
        Piece once = first.around(password).digest(digest).hex();
        for (Digest next : FREQUENT) {
          for (Arrangement second : arrangements) {
            pieces.add(second.around(once).digest(next).hex());
          }
        }
      }
    }
    return pieces;
  }

  /** Several digests of the password behind each other, or one behind the password. */
  private static List<Piece> joined(Piece password) {
    List<Piece> pieces = new ArrayList<>();
    for (Digest one : FREQUENT) {
      Piece first = password.digest(one).hex();
      pieces.add(password.then(first));
      pieces.add(first.then(password));
      for (Digest other : FREQUENT) {
        Piece second = password.digest(other).hex();
        pieces.add(first.then(second));
        pieces.add(first.then(second).then(first));
      }
    }
    return pieces;
  }

  /** The last digest. */
  private record Outermost(Assumption assumed, SecretBytes hash, SearchLimit limit) {

    Optional<Solution> find(List<Piece> cores, List<Arrangement> arrangements) {
      List<Digest> digests = DigestSearch.quickOfLength(hash.length());
      for (Piece core : cores) {
        for (Arrangement arrangement : arrangements) {
          Piece message = arrangement.around(core);
          for (Digest digest : digests) {
            if (hash.sameAs(digest.of(message.bytes()))) {
              return assumed.recipe(Call.text(digest.wireName(), message.words()));
            }
          }
        }
        if (!limit.lasts()) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }
  }
}
