package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.cli.session.Verification;
import dev.muster.app.store.Service;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster services verify}. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Check a service's password, given on standard input; one line end after it is not part of"
          + " it.",
      "Exit status 0: right. 1: wrong, or no such service, or no password, or"
          + " the hash needs a pepper that the settings lack. Nothing is written."
    })
public final class ServicesVerifyCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ServiceArgument argument = new ServiceArgument();

  @Mixin private final PasswordOption password = new PasswordOption();

  public ServicesVerifyCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    password.check(session);
    Optional<Service> service = argument.service(session);
    return service.isEmpty()
        ? ExitStatus.PROBLEMS
        : Verification.of(service.get().password(), password, session);
  }
}
