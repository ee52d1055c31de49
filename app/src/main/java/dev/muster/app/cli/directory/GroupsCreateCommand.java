package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.Catalogs;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster groups create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = {
      "Make a group, unless it exists already.",
      "Exit status 1: there is no such service."
    })
public final class GroupsCreateCommand extends CatalogCreateCommand {

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "The service that it is for, instead of a realm; then KEY may be any name.")
  private @Nullable String service;

  public GroupsCreateCommand(CliSession session) {
    super(session, "group");
  }

  @Override
  public Integer call() throws Exception {
    return service == null ? super.call() : createFor(service);
  }

  private int createFor(String owner) throws Exception {
    if (isForRealm()) {
      throw new UsageProblem(
          "a group of a service has a name only and belongs to no realm:"
              + " leave --name and --realm out");
    }
    CatalogKeys.checkServiceGroup(key());
    if (ServiceArgument.named(owner, session()).isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    GroupId group = new GroupId(owner, key());
    boolean made = session().changes().createServiceGroup(owner, key());
    session().out().println("group " + group.inWords() + (made ? " made" : " exists already"));
    return ExitStatus.OK;
  }

  @Override
  boolean create(DirectoryChanges changes, int realmNumber, Role entry) {
    return changes.createGroup(realmNumber, entry);
  }

  @Override
  List<Role> entries(Catalogs catalogs, Realm realm) {
    return catalogs.groups(realm);
  }
}
