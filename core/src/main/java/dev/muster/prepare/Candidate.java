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
 * A valid record: the keys that identify its user, and the changes it asks for.
 *
 * @param position its position in the input
 * @param identity the key that identifies its user
 * @param furtherIdentities further keys that identify the same user; empty for most dialects. A
 *     user that has any of the identities matches
 * @param exactUsername the user name that a matching user must have exactly; null if the key's
 *     canonical form suffices
 * @param wishes in the order in which they are granted
 * @param loginKeys the canonical keys that granting the wishes may give to the user
 * @param claims values that must be unique in addition to the realm's rules
 * @param wishesOnRepeat the only wishes to grant if an earlier record of the input had the same
 *     user; null if such a record is rejected
 * @param fingerprint the record's fingerprint if the record is idempotent; otherwise null
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

  /** All keys that identify the user, {@link #identity} first. */
  public List<Key> identities() {
    if (furtherIdentities.isEmpty()) {
      return List.of(identity);
    }
    List<Key> all = new ArrayList<>(furtherIdentities.size() + 1);
    all.add(identity);
    all.addAll(furtherIdentities);
    return all;
  }

  /** This candidate with further identities. */
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

  /** Whether a user who has one of the identities matches this candidate. */
  public boolean identifies(User user) {
    LoginId username = user.account().username();
    return exactUsername == null || (username != null && username.value().equals(exactUsername));
  }
}
