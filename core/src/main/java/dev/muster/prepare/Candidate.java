package dev.muster.prepare;

import dev.muster.read.Position;
import dev.muster.user.Imprint;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that makes sense: who it is about, and what it asks for.
 *
 * @param position where it stands in the input
 * @param identity the key that finds the user it is about
 * @param exactly the user name that a match must show, where a dialect compares it exactly; null
 *     where the key's canonical form decides
 * @param wishes in the order in which they are granted
 * @param loginKeys the canonical keys that granting the wishes may give to the user
 * @param claims what must be unique besides
 * @param whenRepeated the only wishes that count when an earlier record of the input was about the
 *     same user; null where such a record is refused
 * @param imprint of the record, where doing it twice is the same as doing it once; else null
 */
public record Candidate(
    Position position,
    Key identity,
    @Nullable String exactly,
    List<Wish> wishes,
    List<Key> loginKeys,
    List<Claim> claims,
    @Nullable List<Wish> whenRepeated,
    @Nullable Imprint imprint) {

  /** A candidate that is not remembered. */
  public Candidate(
      Position position,
      Key identity,
      @Nullable String exactly,
      List<Wish> wishes,
      List<Key> loginKeys,
      List<Claim> claims,
      @Nullable List<Wish> whenRepeated) {
    this(position, identity, exactly, wishes, loginKeys, claims, whenRepeated, null);
  }

  /**
   * This candidate with its record's imprint, if a user whom it has shaped would be left as it is,
   * and nothing said, by the same record again.
   */
  public Candidate remembered(Imprint of) {
    return settles()
        ? new Candidate(position, identity, exactly, wishes, loginKeys, claims, whenRepeated, of)
        : this;
  }

  private boolean settles() {
    if (exactly != null || whenRepeated != null || !claims.isEmpty()) {
      return false; // what other records and users have counts as well
    }
    for (Wish wish : wishes) {
      if (!wish.settles()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a user whom the identity key finds is the one that is meant. */
  public boolean identifies(User user) {
    LoginId username = user.account().username();
    return exactly == null || (username != null && username.value().equals(exactly));
  }
}
