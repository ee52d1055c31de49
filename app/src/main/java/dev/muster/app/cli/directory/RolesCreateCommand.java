package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.store.Catalogs;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code muster roles create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = "Make a role, unless it exists already.")
public final class RolesCreateCommand extends CatalogCreateCommand {

  public RolesCreateCommand(CliSession session) {
    super(session, "role");
  }

  @Override
  boolean create(DirectoryChanges changes, int realmNumber, Role entry) {
    return changes.createRole(realmNumber, entry);
  }

  @Override
  List<Role> entries(Catalogs catalogs, Realm realm) {
    return catalogs.roles(realm);
  }
}
