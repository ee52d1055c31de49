package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.RealmNames;
import dev.muster.app.store.Session;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster users count}. */
@Command(name = "count", sortOptions = false, description = "Count users.")
public final class UsersCountCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--realm", paramLabel = "NAME", description = "Of one realm. Default: all.")
  private @Nullable String realm;

  @Option(names = "--json", description = "Print {\"count\":NUMBER}.")
  private boolean json;

  public UsersCountCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<Session> there = session.storeIfThere();
    if (there.isEmpty()) {
      print(0);
      return ExitStatus.REFUSED;
    }
    Session store = there.get();
    Optional<Integer> number =
        realm == null
            ? Optional.empty()
            : Optional.of(new RealmNames(store.catalogs()).number(realm));
    print(store.users().count(number));
    return ExitStatus.OK;
  }

  private void print(long count) {
    session.out().println(json ? "{\"count\":" + count + "}" : Long.toString(count));
  }
}
