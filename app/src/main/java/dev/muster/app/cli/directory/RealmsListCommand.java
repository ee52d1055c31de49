package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster realms list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List the realms, each with the number of its users.")
public final class RealmsListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public RealmsListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Session store = session.storeToRead();
    List<Realm> realms = store.catalogs().realms();
    int width = realms.stream().mapToInt(realm -> realm.name().length()).max().orElse(0);
    for (Realm realm : realms) {
      long users = store.users().count(Optional.of(realm.number()));
      String name = realm.name();
      session
          .out()
          .println(
              json
                  ? JsonText.of(document(name, users))
                  : name + " ".repeat(width - name.length() + 2) + Numbers.count(users, "user"));
    }
    return ExitStatus.OK;
  }

  private static Struct document(String name, long users) {
    return new Struct.Builder()
        .append("name", Value.of(name))
        .append("users", Value.of(users))
        .build();
  }
}
