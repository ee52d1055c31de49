package dev.muster.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Refuses options and files that are empty text, which is what an unset shell variable leaves. */
final class EmptyValues implements IExecutionStrategy {

  @Override
  public int execute(ParseResult parsed) {
    for (ParseResult at = parsed; at != null; at = at.subcommand()) {
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

  /** Other arguments are search terms; an empty one matches nothing. */
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
