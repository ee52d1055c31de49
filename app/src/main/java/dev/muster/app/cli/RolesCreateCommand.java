package dev.muster.app.cli;

import dev.muster.app.store.DirectoryChanges;
import dev.muster.user.Role;
import picocli.CommandLine.Command;

/** {@code muster roles create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = "Make a role, unless it exists already.")
final class RolesCreateCommand extends CatalogCreateCommand {

  RolesCreateCommand(CliSession session) {
    super(session, "role");
  }

  @Override
  boolean create(DirectoryChanges changes, int realmNumber, Role entry) {
    return changes.createRole(realmNumber, entry);
  }
}
