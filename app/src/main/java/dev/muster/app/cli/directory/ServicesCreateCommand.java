package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster services create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = "Make a service without a password, unless it exists already.")
public final class ServicesCreateCommand implements Callable<Integer> {

  private final CliSession session;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Anything without colons and control characters; at most 255 characters.")
  private String name = "";

  public ServicesCreateCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    CatalogKeys.checkService(name);
    boolean made = session.changes().createService(name);
    session.out().println("service " + name + (made ? " made" : " exists already"));
    return ExitStatus.OK;
  }
}
