package dev.muster.profile.restauth;

import dev.muster.password.EncodedHash;
import dev.muster.password.PasswordMaker;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * {@code password}: for new users, and with {@code --overwrite-passwords} for those who exist.
 *
 * <p>A plain password is hashed when it turns out to be needed, and once: {@link #hashAhead} does
 * it beforehand, on whatever thread. Thread-safe.
 */
public final class PasswordWish implements Wish {

  /** Characters of a password that is made up for a user. */
  private static final int LENGTH = 16;

  private final PasswordData data;
  private final boolean overwrite;
  private final PasswordMaker passwords;
  private final boolean generate;
  private final AtomicReference<@Nullable Made> made = new AtomicReference<>();
  private volatile boolean considered;
  private volatile boolean granted;

  /**
   * A wish.
   *
   * @param overwrite whether users who exist get it too
   * @param generate whether new users without one get a password that is made up
   */
  PasswordWish(PasswordData data, boolean overwrite, boolean generate, PasswordMaker passwords) {
    this.data = data;
    this.overwrite = overwrite;
    this.generate = generate;
    this.passwords = passwords;
  }

  /** Whether a user gets this password. */
  public boolean appliesTo(boolean newUser) {
    return newUser ? data.given() || generates() : overwrite && data.given();
  }

  /** What the input says. */
  public PasswordData data() {
    return data;
  }

  /** The password that was made up and given to a new user when it was last decided on. */
  public Optional<String> generated() {
    Made done = made.get();
    return generates() && granted && done != null ? Optional.of(done.plain()) : Optional.empty();
  }

  /** Whether there is a password that is still to be hashed, which takes a while. */
  public boolean isSlow() {
    return made.get() == null && (generates() || data instanceof PasswordData.Plain);
  }

  /** The hash of a password that the input has in plain; empty before it was made. */
  public Optional<EncodedHash> hashOfPlain() {
    Made done = made.get();
    return done != null && data instanceof PasswordData.Plain
        ? Optional.of(done.hash())
        : Optional.empty();
  }

  /** Takes the hash, made elsewhere, of a password that the input has in plain. */
  public void hashedElsewhere(EncodedHash hash) {
    if (data instanceof PasswordData.Plain given) {
      made.compareAndSet(null, new Made(given.text(), hash));
    }
  }

  /** Does the slow part for a user whom this will be granted to. */
  public void hashAhead() {
    if (isSlow()) {
      hash();
    }
  }

  /** Whether the user was to get this password when it was last decided on. */
  public boolean considered() {
    return considered;
  }

  @Override
  public boolean grant(Draft draft) {
    considered = draft.creating() || overwrite;
    granted = appliesTo(draft.creating());
    if (data instanceof PasswordData.Wrong wrong && considered) {
      draft.refuse(wrong.problem());
      return false;
    }
    if (data instanceof PasswordData.Unsupported unsupported && considered) {
      draft.warn(complaint(unsupported));
      return false;
    }
    if (!granted) {
      return false;
    }
    if (data instanceof PasswordData.Hashed hashed) {
      return draft.account().password(hashed.hash());
    }
    return draft.account().password(data instanceof PasswordData.Unusable ? null : hash());
  }

  private boolean generates() {
    return generate && data instanceof PasswordData.Absent;
  }

  private EncodedHash hash() {
    Made done = made.get();
    if (done == null) {
      String plain =
          data instanceof PasswordData.Plain given ? given.text() : passwords.generate(LENGTH);
      made.compareAndSet(null, new Made(plain, passwords.hash(plain)));
      done = made.get();
    }
    if (done == null) {
      throw new IllegalStateException("set and never taken back");
    }
    return done.hash();
  }

  /** What RestAuth says of a hash that it can't take, and why where that is known. */
  private static String complaint(PasswordData.Unsupported unsupported) {
    String line = RestAuthLines.unsupported(unsupported.algorithm());
    return unsupported.reason().map(reason -> line + " (" + reason + ")").orElse(line);
  }

  /** The secret shows in no text. */
  @Override
  public String toString() {
    return "PasswordWish[]";
  }

  private record Made(String plain, EncodedHash hash) {}
}
