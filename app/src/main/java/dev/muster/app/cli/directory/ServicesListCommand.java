package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.document.Printable;
import dev.muster.app.document.ServiceDocument;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster services list}. */
@Command(name = "list", sortOptions = false, description = "List services by name.")
public final class ServicesListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public ServicesListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    for (Service service : session.storeToRead().services().all()) {
      session
          .out()
          .println(
              json
                  ? JsonText.of(ServiceDocument.of(service))
                  : Printable.of(service.name() + "  " + String.join(", ", service.hosts()))
                      .stripTrailing());
    }
    return ExitStatus.OK;
  }
}
