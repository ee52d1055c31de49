package dev.muster.prepare;

import dev.muster.read.Position;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.RecordFingerprint;
import dev.muster.user.User;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A valid record: which user it is about, and what it asks for.
 *
 * @param position its position in the input
 * @param identity the key that finds the user it is about
 * @param furtherIdentities keys that find the same user; empty for most dialects. The users that
 *     any identity finds are candidates for the match
 * @param exactUsername the user name that a match must have, where a dialect compares it exactly;
 *     null where the key's canonical form decides
 * @param wishes in the order in which they are granted
 * @param loginKeys the canonical keys that granting the wishes may give to the user
 * @param claims values that must be unique besides the realm's rules
 * @param wishesOnRepeat the only wishes to grant when an earlier record of the input was about the
 *     same user; null where such a record is refused
 * @param fingerprint of the record, where applying it twice is the same as applying it once; else
 *     null
 */
public record Candidate(
    Position position,
    Key identity,
    List<Key> furtherIdentities,
    @Nullable String exactUsername,
    List<Wish> wishes,
    List<Key> loginKeys,
    List<Claim> claims,
    @Nullable List<Wish> wishesOnRepeat,
    @Nullable RecordFingerprint fingerprint) {

  /** A candidate with one identity and without a fingerprint. */
  public Candidate(
      Position position,
      Key identity,
      @Nullable String exactUsername,
      List<Wish> wishes,
      List<Key> loginKeys,
      List<Claim> claims,
      @Nullable List<Wish> wishesOnRepeat) {
    this(
        position,
        identity,
        List.of(),
        exactUsername,
        wishes,
        loginKeys,
        claims,
        wishesOnRepeat,
        null);
  }

  /** All keys that find the user, the most important first. */
  public List<Key> identities() {
    if (furtherIdentities.isEmpty()) {
      return List.of(identity);
    }
    List<Key> all = new ArrayList<>(furtherIdentities.size() + 1);
    all.add(identity);
    all.addAll(furtherIdentities);
    return all;
  }

  /** This candidate, found by further keys as well. */
  public Candidate alsoIdentifiedBy(List<Key> keys) {
    return new Candidate(
        position,
        identity,
        List.copyOf(keys),
        exactUsername,
        wishes,
        loginKeys,
        claims,
        wishesOnRepeat,
        fingerprint);
  }

  /** This candidate with other wishes, which may give the user the same keys. */
  public Candidate withWishes(List<Wish> others) {
    return new Candidate(
        position,
        identity,
        furtherIdentities,
        exactUsername,
        others,
        loginKeys,
        claims,
        wishesOnRepeat,
        fingerprint);
  }

  /**
   * This candidate with its record's fingerprint, if the record is idempotent: applied again to an
   * unchanged user, it changes nothing and gives no warning.
   */
  public Candidate withFingerprint(RecordFingerprint of) {
    return isIdempotent()
        ? new Candidate(
            position,
            identity,
            furtherIdentities,
            exactUsername,
            wishes,
            loginKeys,
            claims,
            wishesOnRepeat,
            of)
        : this;
  }

  private boolean isIdempotent() {
    if (exactUsername != null || wishesOnRepeat != null || !claims.isEmpty()) {
      return false; // other records and users matter as well
    }
    for (Wish wish : wishes) {
      if (!wish.idempotent()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a user that an identity finds is the one that is meant. */
  public boolean identifies(User user) {
    LoginId username = user.account().username();
    return exactUsername == null || (username != null && username.value().equals(exactUsername));
  }
}
