package dev.muster.app.cli.admins;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.AdministratorChanges;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster admins delete}. */
@Command(
    name = "delete",
    sortOptions = false,
    description = {
      "Delete an administrator, who is signed out everywhere.",
      "What the administrator did stays in the journal.",
      "Exit status 1: there is no such administrator."
    })
public final class AdminsDeleteCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final AdminArgument argument = new AdminArgument();

  public AdminsDeleteCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (!argument.exists(session)) {
      return ExitStatus.PROBLEMS;
    }
    boolean deleted =
        new AdministratorChanges(session.store(), session.actor(), Clock.systemUTC())
            .delete(argument.name());
    session
        .out()
        .println("administrator " + argument.name() + (deleted ? " deleted" : " was deleted"));
    return ExitStatus.OK;
  }
}
