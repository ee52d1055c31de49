package dev.muster.app.cli;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code muster config check}. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Check the settings: every key, every value, and the address of the directory.",
      "Files of peppers are read. No database is opened."
    },
    footer = {
      "",
      "Exit status:",
      "  0    the settings can be used",
      "  2    they can't; the message names the place"
    })
final class ConfigCheckCommand implements Callable<Integer> {

  private final CliSession session;

  ConfigCheckCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = session.application().settings();
    session.application().addresses().check();
    session.application().peppers();
    Optional<Path> file = settings.origin().file();
    session
        .out()
        .println(
            file.isPresent()
                ? file.get() + " has no errors."
                : "There is no settings file, so every setting has its default.");
    return ExitStatus.OK;
  }
}
