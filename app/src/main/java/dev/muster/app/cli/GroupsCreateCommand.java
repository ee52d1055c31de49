package dev.muster.app.cli;

import dev.muster.app.store.Catalogs;
import dev.muster.user.Role;
import picocli.CommandLine.Command;

/** {@code muster groups create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = "Make a group, unless it exists already.")
final class GroupsCreateCommand extends CatalogCreateCommand {

  GroupsCreateCommand(Session session) {
    super(session, "group");
  }

  @Override
  boolean create(Catalogs catalogs, int realmNumber, Role entry) {
    return catalogs.createGroup(realmNumber, entry);
  }
}
