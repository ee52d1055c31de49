package dev.muster.profile.restauth;

import dev.muster.password.EncodedHash;
import dev.muster.password.PasswordMaker;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code password}: set for new users, and for existing ones with {@code --overwrite-passwords}.
 * Immutable.
 *
 * <p>Hashing a plain-text password is slow, so it is normally done before the record is decided;
 * see {@link #withHash}. A wish without a hash computes it when it is granted.
 */
public final class PasswordWish implements Wish {

  private final PasswordData data;
  private final boolean overwrite;
  private final PasswordMaker passwords;
  private final @Nullable EncodedHash hash;

  /**
   * A wish.
   *
   * @param overwrite whether it replaces passwords of existing users
   */
  PasswordWish(PasswordData data, boolean overwrite, PasswordMaker passwords) {
    this(data, overwrite, passwords, null);
  }

  private PasswordWish(
      PasswordData data, boolean overwrite, PasswordMaker passwords, @Nullable EncodedHash hash) {
    this.data = data;
    this.overwrite = overwrite;
    this.passwords = passwords;
    this.hash = hash;
  }

  /** The password wish of a candidate that {@link RestAuthPreparation} created. */
  public static PasswordWish of(Candidate user) {
    for (Wish wish : user.wishes()) {
      if (wish instanceof PasswordWish password) {
        return password;
      }
    }
    throw new IllegalArgumentException("every user's entry has a password wish");
  }

  /** The candidate with the hash of its plain-text password. */
  public static Candidate withHash(Candidate user, EncodedHash hash) {
    List<Wish> wishes = new ArrayList<>(user.wishes());
    wishes.replaceAll(wish -> wish instanceof PasswordWish password ? password.with(hash) : wish);
    return user.withWishes(wishes);
  }

  /** Whether a user gets this password. */
  public boolean appliesTo(boolean newUser) {
    return newUser
        ? data.given() || data instanceof PasswordData.Generated
        : overwrite && data.given();
  }

  /** The password in the input. */
  public PasswordData data() {
    return data;
  }

  /** The plain-text password that is not hashed yet; empty if there is none. */
  public Optional<String> unhashed() {
    return hash == null ? plain() : Optional.empty();
  }

  @Override
  public boolean isSlow() {
    return unhashed().isPresent();
  }

  @Override
  public boolean grant(Draft draft) {
    boolean considered = draft.creating() || overwrite;
    if (data instanceof PasswordData.Wrong wrong && considered) {
      draft.refuse(wrong.problem());
      return false;
    }
    if (data instanceof PasswordData.Unsupported unsupported && considered) {
      draft.warn(unsupported.warning());
      return false;
    }
    return appliesTo(draft.creating()) && draft.account().password(stored());
  }

  /** The hash to store; null if no password shall work. */
  private @Nullable EncodedHash stored() {
    if (data instanceof PasswordData.Hashed hashed) {
      return hashed.hash();
    }
    return hash != null ? hash : plain().map(passwords::hash).orElse(null);
  }

  private Optional<String> plain() {
    if (data instanceof PasswordData.Plain given) {
      return Optional.of(given.text());
    }
    return data instanceof PasswordData.Generated made
        ? Optional.of(made.text())
        : Optional.empty();
  }

  private PasswordWish with(EncodedHash made) {
    return plain().isPresent() ? new PasswordWish(data, overwrite, passwords, made) : this;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "PasswordWish[]";
  }
}
