package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.cli.session.Verification;
import dev.muster.user.User;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster users verify}. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Check a user's password. It is asked for on the terminal, or read from standard input.",
      "Exit status 0: right. 1: wrong, or no such user, or no password, or the hash needs a pepper"
          + " that the settings lack. On a terminal the answer is printed too. Nothing is written."
    })
public final class UsersVerifyCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final LoginArgument login = new LoginArgument();

  @Mixin private final PasswordOption password = new PasswordOption();

  public UsersVerifyCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    password.check(session);
    Optional<User> user = login.user(session);
    return user.isEmpty()
        ? ExitStatus.PROBLEMS
        : Verification.of(user.get().account().password(), password, session);
  }
}
