package dev.muster.app.cli;

import dev.muster.app.cli.auth0.Auth0ImportCommand;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Rejects options and file names that are empty, as an unset shell variable makes them; not those
 * of {@code users import}, which accepts them as Auth0's command does.
 */
final class EmptyValues implements IExecutionStrategy {

  @Override
  public int execute(ParseResult parsed) {
    for (ParseResult at = parsed; at != null; at = at.subcommand()) {
      if (at.commandSpec().userObject() instanceof Auth0ImportCommand) {
        continue;
      }
      Optional<ArgSpec> empty =
          at.matchedArgs().stream()
              .filter(EmptyValues::mustHold)
              .filter(EmptyValues::isEmpty)
              .findFirst();
      if (empty.isPresent()) {
        throw new ParameterException(at.commandSpec().commandLine(), message(empty.get()));
      }
    }
    return new RunLast().execute(parsed);
  }

  /**
   * Whether an argument must not be empty. Others are search terms, which may be: an empty term
   * matches nothing.
   */
  private static boolean mustHold(ArgSpec argument) {
    return argument.arity().max() > 0 && (argument.isOption() || argument.type() == Path.class);
  }

  private static boolean isEmpty(ArgSpec argument) {
    return argument.originalStringValues().contains("");
  }

  private static String message(ArgSpec argument) {
    String name = UsageErrors.label(argument);
    return argument.isOption()
        ? "the "
            + argument.paramLabel()
            + " of "
            + name
            + " is empty: give one, or leave "
            + name
            + " out (is a variable of the shell not set?)"
        : "the " + name + " is an empty name: give one (is a variable of the shell not set?)";
  }
}
