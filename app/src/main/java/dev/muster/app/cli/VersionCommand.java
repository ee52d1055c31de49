package dev.muster.app.cli;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code muster version}. */
@Command(name = "version", description = "Print the version.")
final class VersionCommand implements Callable<Integer> {

  private final CliSession session;

  VersionCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    session.out().println(Version.text());
    return ExitStatus.OK;
  }
}
