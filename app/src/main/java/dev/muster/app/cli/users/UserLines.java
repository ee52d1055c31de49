package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.document.Printable;
import dev.muster.app.document.UserDocument;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.json.JsonText;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import dev.muster.user.Account;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import java.io.PrintWriter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints users to standard output, one a line, in columns or as JSON documents. */
public final class UserLines {

  private final PrintWriter out;
  private final boolean json;
  private final Session store;
  private final RealmNames realms;

  public UserLines(CliSession session, boolean json) throws SettingsProblem, UsageProblem {
    this.out = session.out();
    this.json = json;
    this.store = session.storeToRead();
    this.realms = new RealmNames(store.catalogs());
  }

  RealmNames realms() {
    return realms;
  }

  /** Prints all users that {@code users} passes to its argument. */
  public void print(Consumer<Consumer<User>> users) {
    users.accept(this::print);
  }

  private void print(User user) {
    String realm = realms.name(user.realm());
    out.println(
        json ? JsonText.of(UserDocument.of(user, realm, store.users().ids())) : line(user, realm));
  }

  private String line(User user, String realm) {
    Account account = user.account();
    String line =
        store.users().ids().show(user.id())
            + "  "
            + padded(realm, 10)
            + padded(text(account.username()), 20)
            + padded(text(account.email()), 30)
            + padded(text(account.phoneNumber()), 16)
            + (account.disabled() ? "disabled" : "");
    return line.stripTrailing();
  }

  private static String padded(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - text.length())) + "  ";
  }

  private static String text(@Nullable LoginId id) {
    return id == null ? "-" : Printable.of(id.value());
  }
}
