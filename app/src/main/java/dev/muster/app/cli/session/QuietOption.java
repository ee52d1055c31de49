package dev.muster.app.cli.session;

import picocli.CommandLine.Option;

/** The option {@code --quiet} of commands that run at night. */
public final class QuietOption {

  @Option(
      names = "--quiet",
      description = "Print nothing unless there is a problem: for cron, which mails what it gets.")
  private boolean quiet;

  public boolean isGiven() {
    return quiet;
  }
}
