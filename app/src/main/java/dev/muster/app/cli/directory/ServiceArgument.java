package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Service;
import dev.muster.app.store.Services;
import dev.muster.app.store.Session;
import dev.muster.problem.Nearest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The argument that names a service. */
final class ServiceArgument {

  @Parameters(index = "0", paramLabel = "NAME", description = "The service's name.")
  private String name = "";

  /** The service; if there is none, prints a message and returns empty. */
  Optional<Service> service(CliSession session) throws SettingsProblem, UsageProblem {
    return named(name, session);
  }

  /** The service of a name; if there is none, prints a message and returns empty. */
  static Optional<Service> named(String name, CliSession session)
      throws SettingsProblem, UsageProblem {
    Optional<Session> there = session.storeIfThere();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Services services = there.get().services();
    Optional<Service> found = services.find(name);
    if (found.isEmpty()) {
      List<String> known = services.all().stream().map(Service::name).toList();
      session.say(
          "there is no service "
              + name
              + Nearest.to(name, known).map(near -> "; did you mean " + near + "?").orElse(""));
    }
    return found;
  }
}
