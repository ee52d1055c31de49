package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The argument that names a user. */
final class LoginArgument {

  @Parameters(
      index = "0",
      paramLabel = "LOGIN",
      description =
          "A user name, e-mail address, phone number, user id or SOURCE:ID, in this order.")
  private String login = "";

  @Option(names = "--realm", paramLabel = "NAME", description = "Where to look. Default: default.")
  private String realm = Realm.DEFAULT;

  /** The user; if there is not exactly one, prints a message and returns empty. */
  Optional<User> user(CliSession session) throws SettingsProblem, UsageProblem {
    Optional<Session> there = session.storeIfThere();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Session store = there.get();
    int number = new RealmNames(store.catalogs()).number(realm);
    List<User> found = store.users().find(number, login);
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    if (found.isEmpty()) {
      session.say("there is no user " + login + " in realm " + realm);
    } else {
      session.say(
          login
              + " fits "
              + found.size()
              + " users of realm "
              + realm
              + "; name one by its id: "
              + found.stream()
                  .map(user -> store.users().ids().show(user.id()))
                  .collect(Collectors.joining(", ")));
    }
    return Optional.empty();
  }
}
