package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.store.Users;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster users list}. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List users in the order they were made.")
public final class UsersListCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(names = "--realm", paramLabel = "NAME", description = "Of one realm. Default: all.")
  private @Nullable String realm;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public UsersListCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    UserLines lines = new UserLines(session, json);
    Optional<Integer> number =
        realm == null ? Optional.empty() : Optional.of(lines.realms().number(realm));
    Users users = session.storeToRead().users();
    lines.print(reader -> users.each(number, reader));
    return ExitStatus.OK;
  }
}
