package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.PasswordTooLong;
import dev.muster.app.store.Service;
import dev.muster.password.EncodedHash;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muster services set-password}. */
@Command(
    name = "set-password",
    sortOptions = false,
    description = {
      "Set a service's password, given on standard input; one line end after it is not part of it.",
      "It is stored as a hash, made as the settings say under passwords.",
      "Exit status 1: there is no such service."
    })
public final class ServicesSetPasswordCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final ServiceArgument argument = new ServiceArgument();

  @Mixin private final PasswordOption password = new PasswordOption();

  public ServicesSetPasswordCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    password.check(session);
    Optional<Service> service = argument.service(session);
    if (service.isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    byte[] typed = password.read(session);
    if (typed.length == 0) {
      throw new UsageProblem("standard input has no password: nothing was changed");
    }
    session.changes().setServicePassword(service.get().name(), encoded(typed));
    session.out().println("password of service " + service.get().name() + " set");
    return ExitStatus.OK;
  }

  private EncodedHash encoded(byte[] typed) throws Exception {
    try {
      return session.application().passwordEncoder().encode(typed);
    } catch (PasswordTooLong e) {
      throw new UsageProblem(String.valueOf(e.getMessage()));
    }
  }
}
