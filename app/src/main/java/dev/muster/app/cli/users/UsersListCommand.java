package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.Users;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster users list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = {
      "List users in the order they were made. With several filters, only users that match all.",
      "The case of letters does not matter to --login and --name."
    })
public final class UsersListCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final UserFilterOptions options = new UserFilterOptions();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: all.")
  private @Nullable Long limit;

  @Option(
      names = "--after",
      paramLabel = "ID",
      description = "Only users after that of an id, to go on where a limit ended a list.")
  private @Nullable String after;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public UsersListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    UserLines lines = new UserLines(session, json);
    UserFilter filter = options.filter(session);
    Users users = session.storeToRead().users();
    if (limit == null && after == null && filter.isOnlyRealm()) {
      lines.print(reader -> users.each(filter.realm(), reader));
      return ExitStatus.OK;
    }
    long most = limit == null ? Long.MAX_VALUE : limit;
    if (most < 1) {
      throw new UsageProblem("the N of --limit is less than 1: " + most);
    }
    UserCursor from = after == null ? UserCursor.START : cursor(after, users);
    UserSearch search = new UserSearch(session);
    lines.print(reader -> search.each(filter, from, most, reader));
    return ExitStatus.OK;
  }

  private static UserCursor cursor(String id, Users users) throws UsageProblem {
    OptionalLong number = users.ids().parse(id);
    if (number.isEmpty()) {
      throw new UsageProblem("the ID of --after is not an id of this directory: " + id);
    }
    return new UserCursor(number.getAsLong());
  }
}
