package dev.muster.app.cli;

import dev.muster.app.json.JsonText;
import dev.muster.app.report.Printable;
import dev.muster.app.report.UserDocument;
import dev.muster.app.store.Store;
import dev.muster.user.Account;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster users list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List users in the order they were made.")
final class UsersListCommand implements Callable<Integer> {

  private static final int USERS_BETWEEN_CHECKS = 1000;

  private final Session session;

  @Option(names = "--realm", paramLabel = "NAME", description = "Of one realm. Default: all.")
  private @Nullable String realm;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  private int listed;

  UsersListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Store store = session.storeToRead();
    RealmNames realms = new RealmNames(store.catalogs());
    Optional<Integer> number = realm == null ? Optional.empty() : Optional.of(realms.number(realm));
    PrintWriter out = session.out();
    try {
      store
          .users()
          .each(
              number,
              user -> {
                String name = realms.name(user.realm());
                out.println(
                    json
                        ? JsonText.of(UserDocument.of(user, name, store.users().ids()))
                        : line(user, name, store));
                stopUnread(out);
              });
    } catch (NobodyReads e) {
      return Muster.OK;
    }
    return Muster.OK;
  }

  private static String line(User user, String realm, Store store) {
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

  /** As in {@code muster users list | head}. */
  private void stopUnread(PrintWriter out) {
    if (++listed % USERS_BETWEEN_CHECKS == 0 && out.checkError()) {
      throw new NobodyReads();
    }
  }

  private static final class NobodyReads extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
