package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.recipe.Call;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries digests in hex that are repeated with the same texts around them each time, as Devise,
 * Authlogic and restful-authentication have them: {@code rounds(password, 10, sha1(hex(previous) +
 * "--" + salt))}.
 */
final class StretchedSearch implements Search {

  private static final int ROUNDS_MAX = 100;
  private static final List<String> SEPARATORS = List.of("--", "", ":", "-");

  @Override
  public String words() {
    return "digests repeated with the salt, as Devise and Authlogic have them";
  }

  @Override
  public boolean suits(Assumption assumed) {
    return DigestSearch.hasDigest(assumed) && !assumed.texts().isEmpty();
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    SecretBytes hash = assumed.hash().orElseThrow();
    Piece password = Piece.password(assumed.sample().password(), Letters.UTF8);
    List<Reading> texts = assumed.texts();
    List<Piece> starts = new ArrayList<>(List.of(Piece.literal(""), password));
    texts.forEach(text -> starts.add(Piece.of(text)));
    for (Digest digest : DigestSearch.quickOfLength(hash.length())) {
      for (Surroundings around : surroundings(password, texts)) {
        for (Piece start : starts) {
          Optional<String> words = repeated(digest, start, around, hash);
          if (words.isPresent()) {
            return assumed.recipe(words.get());
          }
        }
        if (!limit.lasts()) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** What is before and behind the previous digest. */
  private record Surroundings(List<Piece> before, List<Piece> after) {

    Piece with(Piece previous) {
      Piece all = previous;
      for (int i = before.size() - 1; i >= 0; i--) {
        all = before.get(i).then(all);
      }
      for (Piece next : after) {
        all = all.then(next);
      }
      return all;
    }
  }

  /** The texts, mostly with the password, in the orders that these programs have. */
  private static List<Surroundings> surroundings(Piece password, List<Reading> texts) {
    List<Surroundings> all = new ArrayList<>();
    for (String separator : SEPARATORS) {
      List<Piece> gap = separator.isEmpty() ? List.of() : List.of(Piece.literal(separator));
      for (Reading text : texts) {
        Piece one = Piece.of(text);
        List<List<Piece>> orders = new ArrayList<>();
        orders.add(List.of(one));
        orders.add(List.of(one, password));
        orders.add(List.of(password, one));
        orders.add(List.of(one, password, Piece.literal("")));
        for (Reading other : texts) {
          if (other.kind() != text.kind()) {
            orders.add(List.of(one, password, Piece.of(other)));
            orders.add(List.of(password, one, Piece.of(other)));
          }
        }
        for (List<Piece> order : orders) {
          List<Piece> behind = spaced(order, gap);
          all.add(new Surroundings(List.of(), behind));
          all.add(new Surroundings(spacedBehind(order, gap), List.of()));
          if (!gap.isEmpty()) {
            List<Piece> framed = new ArrayList<>(behind);
            framed.addAll(gap);
            all.add(new Surroundings(gap, framed));
          }
        }
      }
    }
    return all;
  }

  private static List<Piece> spaced(List<Piece> order, List<Piece> gap) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : order) {
      all.addAll(gap);
      all.add(piece);
    }
    return all;
  }

  private static List<Piece> spacedBehind(List<Piece> order, List<Piece> gap) {
    List<Piece> all = new ArrayList<>();
    for (Piece piece : order) {
      all.add(piece);
      all.addAll(gap);
    }
    return all;
  }

  private static Optional<String> repeated(
      Digest digest, Piece start, Surroundings around, SecretBytes hash) {
    Piece value = start;
    for (int round = 1; round <= ROUNDS_MAX; round++) {
      byte[] bytes = digest.of(around.with(value).bytes());
      if (hash.sameAs(bytes)) {
        return Optional.of(words(digest, start, around, round));
      }
      value = new Piece("previous", bytes).hex();
    }
    return Optional.empty();
  }

  /** The first round digests the start, each later one the previous digest in hex. */
  private static String words(Digest digest, Piece start, Surroundings around, int rounds) {
    String first = Call.text(digest.wireName(), around.with(start).words());
    if (rounds == 1) {
      return first;
    }
    Piece previous = new Piece("hex(previous)", new byte[0]);
    String step = Call.text(digest.wireName(), around.with(previous).words());
    return Call.text("rounds", first, rounds - 1, step);
  }
}
