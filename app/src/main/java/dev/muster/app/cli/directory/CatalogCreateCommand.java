package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.Catalogs;
import dev.muster.app.store.DirectoryChanges;
import dev.muster.problem.ShellText;
import dev.muster.user.Catalog;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.user.RoleReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The shared part of {@code muster roles create} and {@code muster groups create}. */
abstract class CatalogCreateCommand implements Callable<Integer> {

  private final CliSession session;
  private final String noun;

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
  private @Nullable String realm;

  /**
   * A command that creates roles or groups.
   *
   * @param noun "role" or "group", for messages
   */
  CatalogCreateCommand(CliSession session, String noun) {
    this.session = session;
    this.noun = noun;
  }

  final CliSession session() {
    return session;
  }

  final String key() {
    return key;
  }

  /** Whether an option was given that applies only to entries of a realm. */
  final boolean isForRealm() {
    return name != null || realm != null;
  }

  /** Creates the role or group; false if it exists already. */
  abstract boolean create(DirectoryChanges changes, int realmNumber, Role entry);

  /** The roles or groups of a realm. */
  abstract List<Role> entries(Catalogs catalogs, Realm realm);

  private boolean exists(Catalogs catalogs, String in) {
    return catalogs.realm(in).stream()
        .flatMap(found -> entries(catalogs, found).stream())
        .anyMatch(entry -> entry.key().equals(key));
  }

  /** The refusal of the key, with a command if the text can be a name. */
  private UsageProblem noKey() {
    String message = CatalogKeys.noKey(key);
    Optional<Role> proposed =
        name == null ? new RoleReference(key, true).proposed(Catalog.EMPTY) : Optional.empty();
    return proposed
        .map(
            entry ->
                new UsageProblem(
                    message + ". To make one with this name: ",
                    noun
                        + "s create "
                        + entry.key()
                        + " --name "
                        + ShellText.quoted(entry.name())
                        + (realm == null ? "" : " --realm " + ShellText.quoted(realm))))
        .orElseGet(() -> new UsageProblem(message));
  }

  @Override
  public Integer call() throws Exception {
    boolean reserved = RoleReference.isReservedKey(key);
    if (!RoleReference.isKey(key) && !reserved) {
      throw noKey();
    }
    Catalogs catalogs = session.store().catalogs();
    String in = realm == null ? Realm.DEFAULT : realm;
    int number = new RealmNames(catalogs).number(in);
    if (reserved && !exists(catalogs, in)) {
      throw noKey();
    }
    boolean made = create(session.changes(), number, new Role(key, name == null ? key : name));
    session
        .out()
        .println(noun + " " + key + (made ? " made in realm " : " exists already in realm ") + in);
    return ExitStatus.OK;
  }
}
