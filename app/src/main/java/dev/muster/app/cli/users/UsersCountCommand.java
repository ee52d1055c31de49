package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster users count}. */
@Command(name = "count", sortOptions = false, description = "Count users.")
public final class UsersCountCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final UserFilterOptions options = new UserFilterOptions();

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
    UserFilter filter = options.filter(session);
    print(filter.isOnlyRealm() ? there.get().users().count(filter.realm()) : matching(filter));
    return ExitStatus.OK;
  }

  private long matching(UserFilter filter) throws SettingsProblem, UsageProblem {
    long[] count = {0};
    new UserSearch(session).each(filter, UserCursor.START, Long.MAX_VALUE, user -> count[0]++);
    return count[0];
  }

  private void print(long count) {
    session.out().println(json ? "{\"count\":" + count + "}" : Long.toString(count));
  }
}
