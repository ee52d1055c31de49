package dev.muster.app.cli.admins;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.store.Administrator;
import dev.muster.app.store.Session;
import dev.muster.problem.Nearest;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The argument that names an administrator. */
final class AdminArgument {

  @Parameters(index = "0", paramLabel = "NAME", description = "The administrator's name.")
  private String name = "";

  String name() {
    return name;
  }

  /** Whether the administrator exists; if not, prints a message. */
  boolean exists(CliSession session) throws Exception {
    Optional<Session> there = session.storeIfThere();
    if (there.isEmpty()) {
      return false;
    }
    List<String> known =
        there.get().administrators().all().stream().map(Administrator::name).toList();
    if (known.contains(name)) {
      return true;
    }
    session.say(
        "there is no administrator "
            + name
            + Nearest.to(name, known).map(near -> "; did you mean " + near + "?").orElse(""));
    return false;
  }
}
