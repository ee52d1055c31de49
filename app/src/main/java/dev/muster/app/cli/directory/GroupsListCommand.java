package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.document.GroupDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonText;
import dev.muster.user.GroupId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster groups list}. */
@Command(
    name = "list",
    sortOptions = false,
    description =
        "List the groups of a realm, and those of services. Exit status 1: no such service.")
public final class GroupsListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "Only those of one service. Default: all.")
  private @Nullable String service;

  @Mixin private final GroupRealm realm = new GroupRealm();

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public GroupsListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (service != null && ServiceArgument.named(service, session).isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    for (GroupId group : session.storeToRead().groups().all(realm.realm(session))) {
      if (service == null || service.equals(group.service())) {
        session
            .out()
            .println(
                json ? JsonText.of(GroupDocument.reference(group)) : Printable.of(group.inWords()));
      }
    }
    return ExitStatus.OK;
  }
}
