package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.cli.text.UserText;
import dev.muster.app.document.UserDocument;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.user.User;
import dev.muster.value.Struct;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster users show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Show a user. Exit status 1: there is none, or more than one.")
public final class UsersShowCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final LoginArgument login = new LoginArgument();

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  public UsersShowCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<User> user = login.user(session);
    if (user.isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    Session store = session.storeToRead();
    String realm = new RealmNames(store.catalogs()).name(user.get().realm());
    Struct document = UserDocument.of(user.get(), realm, store.users().ids());
    if (json) {
      session.out().println(JsonText.of(document));
    } else {
      UserText.print(document, session.out());
    }
    return ExitStatus.OK;
  }
}
