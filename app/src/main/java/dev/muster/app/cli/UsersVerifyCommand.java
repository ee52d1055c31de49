package dev.muster.app.cli;

import dev.muster.app.format.UsageProblem;
import dev.muster.password.EncodedHash;
import dev.muster.user.User;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster users verify}. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Check a user's password, given on standard input; one line end after it is not part of it.",
      "Exit status 0: right. 1: wrong, or no such user, or no password. Nothing is written."
    })
final class UsersVerifyCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final LoginArgument login = new LoginArgument();

  @Option(
      names = "--password-stdin",
      description = "Read the password from standard input: the only way, so always needed.")
  private boolean fromStdin;

  UsersVerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (!fromStdin) {
      throw new UsageProblem(
          "passwords are not given as arguments, which others can see:"
              + " give it on standard input, with --password-stdin");
    }
    Optional<User> user = login.user(session);
    if (user.isEmpty()) {
      return Muster.PROBLEMS;
    }
    EncodedHash hash = user.get().account().password();
    if (hash == null) {
      return answer("no password is set", Muster.PROBLEMS);
    }
    return session.wiring().hashSchemes().verify(hash, PasswordOption.of(session.around().in()))
        ? answer("right", Muster.OK)
        : answer("wrong", Muster.PROBLEMS);
  }

  private int answer(String word, int status) {
    if (session.around().outTerminal()) {
      session.out().println(word);
    }
    return status;
  }
}
