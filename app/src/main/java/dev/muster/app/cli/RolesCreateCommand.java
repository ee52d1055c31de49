package dev.muster.app.cli;

import dev.muster.app.store.Catalogs;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster roles create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = "Make a role, unless it exists already.")
final class RolesCreateCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "KEY",
      description = "What records refer to it by: letters, digits, : and _; at most 40.")
  private String key = "";

  @Option(names = "--name", paramLabel = "NAME", description = "For people. Default: the key.")
  private @Nullable String name;

  @Option(
      names = "--realm",
      paramLabel = "NAME",
      description = "The realm that it is for. Default: default.")
  private String realm = Realm.DEFAULT;

  RolesCreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    CatalogKeys.checkKey(key);
    Catalogs catalogs = session.store().catalogs();
    int number = new RealmNames(catalogs).number(realm);
    boolean made = catalogs.createRole(number, new Role(key, name == null ? key : name));
    session
        .out()
        .println("role " + key + (made ? " made in realm " : " exists already in realm ") + realm);
    return Muster.OK;
  }
}
