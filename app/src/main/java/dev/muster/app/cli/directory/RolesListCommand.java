package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Catalogs;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster roles list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List the roles of a realm: their keys, and their names if they have others.")
public final class RolesListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--realm", paramLabel = "NAME", description = "The realm. Default: default.")
  private String realm = Realm.DEFAULT;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public RolesListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Catalogs catalogs = session.storeToRead().catalogs();
    new RealmNames(catalogs).number(realm);
    List<Role> roles = catalogs.roles(catalogs.realm(realm).orElseThrow());
    int width = roles.stream().mapToInt(role -> role.key().length()).max().orElse(0);
    for (Role role : roles) {
      session.out().println(json ? JsonText.of(document(role)) : line(role, width));
    }
    return ExitStatus.OK;
  }

  private static String line(Role role, int width) {
    return role.name().equals(role.key())
        ? role.key()
        : role.key() + " ".repeat(width - role.key().length() + 2) + Printable.of(role.name());
  }

  private static Struct document(Role role) {
    return new Struct.Builder()
        .append("key", Value.of(role.key()))
        .append("name", Value.of(role.name()))
        .build();
  }
}
