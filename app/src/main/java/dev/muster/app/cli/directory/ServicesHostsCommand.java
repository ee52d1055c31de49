package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.document.Printable;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.app.store.Service;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster services hosts}. */
@Command(
    name = "hosts",
    sortOptions = false,
    description = {
      "List the hosts from where a service may ask, one a line; with HOST, replace them first.",
      "Exit status 1: there is no such service."
    })
public final class ServicesHostsCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ServiceArgument argument = new ServiceArgument();

  @Parameters(
      index = "1..*",
      paramLabel = "HOST",
      description = "IP addresses and host names that take the place of those there are.")
  private List<String> hosts = List.of();

  @Option(names = "--add", description = "Add the hosts to those there are.")
  private boolean add;

  @Option(names = "--remove", description = "Take the hosts away from those there are.")
  private boolean remove;

  public ServicesHostsCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (add && remove) {
      throw new UsageProblem("--add and --remove can't be used together: run one, then the other");
    }
    if ((add || remove) && hosts.isEmpty()) {
      throw new UsageProblem((add ? "--add" : "--remove") + " needs a HOST");
    }
    List<String> named = remove ? hosts : HostSyntax.canonical(hosts);
    Optional<Service> service = argument.service(session);
    if (service.isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    String name = service.get().name();
    DirectoryChanges changes = session.changes();
    if (add) {
      changes.addServiceHosts(name, named);
    } else if (remove) {
      changes.setServiceHosts(name, without(service.get().hosts(), named));
    } else if (!named.isEmpty()) {
      changes.setServiceHosts(name, named);
    }
    session
        .store()
        .services()
        .find(name)
        .ifPresent(now -> now.hosts().forEach(host -> session.out().println(Printable.of(host))));
    return ExitStatus.OK;
  }

  /** Removes hosts, ignoring case, because imported hosts keep the case of their file. */
  private static List<String> without(List<String> hosts, List<String> gone) {
    return hosts.stream().filter(host -> gone.stream().noneMatch(host::equalsIgnoreCase)).toList();
  }
}
