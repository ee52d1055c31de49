package dev.muster.app.cli;

import dev.muster.app.Application;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code muster config check}. */
@Command(
    name = "check",
    sortOptions = false,
    description = {
      "Check the settings: every key, every value, and the address of the directory.",
      "Constants of mappings about password hashes are checked as an import checks them. Files of"
          + " peppers are read. No database is opened. All mistakes are told that can be found"
          + " without mending others."
    },
    footer = {
      "",
      "Exit status:",
      "  0    the settings can be used",
      "  2    they can't; a message for each mistake names its place"
    })
final class ConfigCheckCommand implements Callable<Integer> {

  private final CliSession session;

  ConfigCheckCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Application application = session.application();
    Settings settings;
    try {
      settings = application.settings();
    } catch (SettingsProblem e) {
      return refused(e.messages());
    }
    List<String> problems = new ArrayList<>();
    try {
      problems.addAll(application.addresses().problems());
      problems.addAll(application.mappingProblems());
      problems.addAll(application.mappingsWithoutPepper());
    } catch (SettingsProblem e) {
      problems.addAll(e.messages());
    }
    if (!problems.isEmpty()) {
      return refused(problems);
    }
    Optional<Path> file = settings.origin().file();
    session
        .out()
        .println(
            file.isPresent()
                ? file.get() + " has no errors."
                : "There is no settings file, so every setting has its default.");
    return ExitStatus.OK;
  }

  private int refused(List<String> problems) {
    problems.forEach(session::say);
    return ExitStatus.REFUSED;
  }
}
