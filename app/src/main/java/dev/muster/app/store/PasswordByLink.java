package dev.muster.app.store;

import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.Optional;

/** Sets the passwords of users who have a link from a mail. */
public final class PasswordByLink {

  private final Session store;

  /** Works through a session. */
  public PasswordByLink(Session store) {
    this.store = store;
  }

  /** What a link is worth. */
  public sealed interface Found {

    /** It can be used for this user. */
    record Usable(User user) implements Found {}

    /** It can't be used. */
    record Refused(Refusal why) implements Found {}
  }

  /** Why a link can't be used. */
  public enum Refusal {
    /** There is no such link, or its user is deleted or has another e-mail address by now. */
    UNKNOWN,
    EXPIRED,
    /** A password was set by this link or another one of the same user, or by an import. */
    USED
  }

  /**
   * Looks a link up. Writes nothing.
   *
   * @param tokenHash see {@link LinkToken#hash}
   */
  public Found find(String tokenHash, Instant now) {
    Optional<PasswordLink> link = store.passwordLinks().find(tokenHash);
    if (link.isEmpty()) {
      return new Found.Refused(Refusal.UNKNOWN);
    }
    if (link.get().usedAt().isPresent()) {
      return new Found.Refused(Refusal.USED);
    }
    if (!now.isBefore(link.get().endsAt())) {
      return new Found.Refused(Refusal.EXPIRED);
    }
    Optional<User> user = store.users().withNumber(link.get().userId());
    if (user.isEmpty()) {
      return new Found.Refused(Refusal.UNKNOWN);
    }
    return refusal(link.get(), user.get().account())
        .<Found>map(Found.Refused::new)
        .orElseGet(() -> new Found.Usable(user.get()));
  }

  /**
   * Sets the password of the link's user, ends all links of the user, and writes to the journal, in
   * one transaction.
   *
   * @return empty if the password is set; otherwise why not
   */
  public Optional<Refusal> set(String tokenHash, EncodedHash password, Instant now) {
    return Overtaken.retried(() -> store.inTransaction(() -> setOnce(tokenHash, password, now)));
  }

  private Optional<Refusal> setOnce(String tokenHash, EncodedHash password, Instant now) {
    Found found = find(tokenHash, now);
    if (found instanceof Found.Refused refused) {
      return Optional.of(refused.why());
    }
    if (!store.passwordLinks().use(tokenHash, now)) {
      return Optional.of(Refusal.USED); // by another request, since it was looked up
    }
    PasswordLink link = store.passwordLinks().find(tokenHash).orElseThrow();
    UserWrites.Result result =
        store
            .userWrites()
            .change(
                link.userId(),
                now,
                // an import may have changed the account since it was looked up
                account -> refusal(link, account).isPresent() ? account : with(account, password));
    if (result instanceof UserWrites.Result.Unchanged unchanged) {
      return refusal(link, unchanged.user().account());
    }
    if (!(result instanceof UserWrites.Result.Changed changed)) {
      return Optional.of(Refusal.UNKNOWN);
    }
    tell(changed.after(), now);
    store.passwordLinks().endAll(link.userId(), now);
    return Optional.empty();
  }

  /** Why a link can't be used for an account as it is now. */
  private static Optional<Refusal> refusal(PasswordLink link, Account account) {
    if (!account.registrationDue()) {
      return Optional.of(Refusal.USED);
    }
    LoginId email = account.email();
    return email == null || !PasswordLink.addressHash(email).equals(link.addressHash())
        ? Optional.of(Refusal.UNKNOWN)
        : Optional.empty();
  }

  private static Account with(Account account, EncodedHash password) {
    AccountEditor edit = new AccountEditor(account);
    edit.password(password);
    edit.passwordResetRequired(false);
    edit.registrationDue(false);
    return edit.account();
  }

  private void tell(User user, Instant now) {
    String id = store.users().ids().show(user.id());
    Struct detail =
        Struct.of("realm", Value.of(store.catalogs().realmName(user.realm()).orElse("")));
    store
        .journal()
        .add(now, new Actor(Actor.Kind.USER, id), JournalAction.USER_PASSWORD_SET, id, detail);
  }
}
