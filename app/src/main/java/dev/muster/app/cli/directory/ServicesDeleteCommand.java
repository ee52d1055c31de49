package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.Service;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster services delete}. */
@Command(
    name = "delete",
    sortOptions = false,
    description = {
      "Delete a service with its groups; their members stay users, and are in them no longer.",
      "Exit status 1: there is none."
    })
public final class ServicesDeleteCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ServiceArgument argument = new ServiceArgument();

  public ServicesDeleteCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Service> service = argument.service(session);
    if (service.isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    boolean deleted = session.changes().deleteService(service.get().name());
    session
        .out()
        .println("service " + service.get().name() + (deleted ? " deleted" : " was deleted"));
    return ExitStatus.OK;
  }
}
