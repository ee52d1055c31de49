package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.UserText;
import dev.muster.app.document.ServiceDocument;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Service;
import dev.muster.value.Struct;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster services show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = "Show a service. Exit status 1: there is none.")
public final class ServicesShowCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ServiceArgument argument = new ServiceArgument();

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  public ServicesShowCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Service> service = argument.service(session);
    if (service.isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    Struct document = ServiceDocument.of(service.get());
    if (json) {
      session.out().println(JsonText.of(document));
    } else {
      UserText.print(document, session.out());
    }
    return ExitStatus.OK;
  }
}
