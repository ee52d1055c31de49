package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster realms create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = "Make a realm, unless it exists already.")
public final class RealmsCreateCommand implements Callable<Integer> {

  private final CliSession session;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Letters, digits, '.', _ and -; at most 64.")
  private String name = "";

  public RealmsCreateCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    CatalogKeys.checkRealm(name);
    boolean made = session.changes().createRealm(name);
    session.out().println("realm " + name + (made ? " made" : " exists already"));
    return ExitStatus.OK;
  }
}
