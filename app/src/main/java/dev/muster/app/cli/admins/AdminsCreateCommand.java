package dev.muster.app.cli.admins;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.AdministratorChanges;
import dev.muster.app.store.Session;
import dev.muster.password.EncodedHash;
import dev.muster.problem.ShownText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster admins create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = {
      "Make an administrator, who may sign in to the console of muster serve.",
      "The password is asked for, or read from standard input. It has at least 8",
      "characters, more if passwords.min_length says so. It is stored as a hash, made",
      "as the settings say under passwords.",
      "Exit status 1: the name is taken."
    },
    footer = {
      "",
      "Examples:",
      "  muster admins create ann",
      "  muster admins create bob --realm staff --realm guests"
    })
public final class AdminsCreateCommand implements Callable<Integer> {

  private static final int NAME_CHARACTERS_MAX = 100;

  private final CliSession session;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The name to sign in with; at most 100 characters.")
  private String name = "";

  @Mixin private final AdminPassword password = new AdminPassword();

  @Option(
      names = "--realm",
      paramLabel = "NAME",
      description =
          "A realm whose users may be seen and imported; may be repeated. Default: all realms.")
  private List<String> realms = new ArrayList<>();

  public AdminsCreateCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    checkName();
    password.check(session);
    Session store = session.store();
    RealmNames known = new RealmNames(store.catalogs());
    for (String realm : realms) {
      int ignored = known.number(realm); // refuses a realm that does not exist
    }
    EncodedHash hash = password.read(session);
    boolean made =
        new AdministratorChanges(store, session.actor(), Clock.systemUTC())
            .create(
                name, hash, realms.isEmpty() ? Optional.empty() : Optional.of(Set.copyOf(realms)));
    if (!made) {
      session.say(
          "there is an administrator "
              + name
              + " already. To set a new password: "
              + session.command("admins password " + name));
      return ExitStatus.PROBLEMS;
    }
    session.out().println("administrator " + name + " made");
    return ExitStatus.OK;
  }

  private void checkName() throws UsageProblem {
    if (!Pattern.matches("[^\\p{Cc}\\p{Cf}\\s](?:[^\\p{Cc}\\p{Cf}]*[^\\p{Cc}\\p{Cf}\\s])?", name)
        || name.length() > NAME_CHARACTERS_MAX) {
      throw new UsageProblem(
          ShownText.quoted(name)
              + " can't be an administrator's name: a name has 1 to "
              + NAME_CHARACTERS_MAX
              + " characters, without control characters, and no spaces at its ends");
    }
  }
}
