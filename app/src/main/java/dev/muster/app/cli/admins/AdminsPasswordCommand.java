package dev.muster.app.cli.admins;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.AdministratorChanges;
import dev.muster.password.EncodedHash;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster admins password}. */
@Command(
    name = "password",
    sortOptions = false,
    description = {
      "Set an administrator's password, and sign the administrator out everywhere.",
      "The password should have at least 8 characters, more if passwords.min_length says so.",
      "Exit status 1: there is no such administrator."
    })
public final class AdminsPasswordCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final AdminArgument argument = new AdminArgument();

  @Mixin private final AdminPassword password = new AdminPassword();

  public AdminsPasswordCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    password.check(session);
    if (!argument.exists(session)) {
      return ExitStatus.PROBLEMS;
    }
    EncodedHash hash = password.read(session);
    boolean set =
        new AdministratorChanges(session.store(), session.actor(), Clock.systemUTC())
            .setPassword(argument.name(), hash);
    session
        .out()
        .println(
            "administrator "
                + argument.name()
                + (set ? ": password set" : " was deleted meanwhile"));
    return set ? ExitStatus.OK : ExitStatus.PROBLEMS;
  }
}
