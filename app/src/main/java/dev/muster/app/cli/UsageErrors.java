package dev.muster.app.cli;

import dev.muster.app.cli.auth0.Auth0ImportCommand;
import dev.muster.app.cli.imports.ImportCommand;
import dev.muster.app.cli.imports.RestAuthImportCommand;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.document.ImportDocument;
import dev.muster.app.document.ImportDocument.Trouble;
import dev.muster.problem.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Explains wrong arguments, suggests similar ones, and refers to the help. */
final class UsageErrors implements IParameterExceptionHandler {

  private final CliSession session;

  UsageErrors(CliSession session) {
    this.session = session;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    CommandSpec spec = command.getCommandSpec();
    if (arguments.length == 0) {
      command.usage(session.err(), command.getColorScheme());
      return ExitStatus.REFUSED;
    }
    if (spec.userObject() instanceof RestAuthImportCommand) {
      return RestAuthImportCommand.refuse(session, argparse(e));
    }
    if (spec.userObject() instanceof Auth0ImportCommand auth0) {
      return auth0.refuse(String.valueOf(e.getMessage()).lines().findFirst().orElse("bad usage"));
    }
    String message = message(e, spec);
    session.say(message);
    session.say("see " + help(spec));
    if (session.debug()) {
      session.err().print(Failures.stackTrace(e));
    }
    if (spec.userObject() instanceof ImportCommand && Arrays.asList(arguments).contains("--json")) {
      writeDocument(message);
    }
    return ExitStatus.REFUSED;
  }

  /** The command that prints the help of a command. */
  private String help(CommandSpec spec) {
    String words = spec.qualifiedName().substring(spec.root().name().length());
    return session.printed().quotedName() + words + " --help";
  }

  /** The error message of Python's argparse, for restauth-import. */
  private static String argparse(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return "unrecognized arguments: " + String.join(" ", unmatched.getUnmatched());
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return "argument " + label(missing.getMissing().get(0)) + ": expected one argument";
    }
    ArgSpec argument = e.getArgSpec();
    return argument != null && argument.isOption() && argument.type() == boolean.class
        ? "argument " + label(argument) + ": ignored explicit argument '" + e.getValue() + "'"
        : String.valueOf(e.getMessage()).lines().findFirst().orElse("bad usage");
  }

  private void writeDocument(String message) {
    try {
      new ImportDocument(session.out()).writeRefusal(List.of(Trouble.of("usage", message)));
    } catch (IOException e) {
      throw new IllegalStateException(e); // a PrintWriter throws none
    }
  }

  private static String message(ParameterException e, CommandSpec spec) {
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), spec);
    }
    if (e instanceof MissingParameterException missing) {
      return spec.qualifiedName()
          + " needs "
          + missing.getMissing().stream().map(UsageErrors::label).collect(Collectors.joining(", "));
    }
    if (String.valueOf(e.getMessage()).startsWith("Missing required subcommand")) {
      return spec.qualifiedName()
          + " needs a command: "
          + String.join(", ", spec.subcommands().keySet());
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("bad usage");
  }

  static String label(ArgSpec argument) {
    return argument.isOption()
        ? ((CommandLine.Model.OptionSpec) argument).longestName()
        : argument.paramLabel();
  }

  static String unknown(String word, CommandSpec spec) {
    if (word.startsWith("-") && word.length() > 1) {
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      List<String> names = new ArrayList<>();
      spec.options().stream()
          .filter(option -> !option.hidden())
          .forEach(o -> names.addAll(Arrays.asList(o.names())));
      return spec.qualifiedName() + " has no option " + name + meant(name, names);
    }
    if (!spec.subcommands().isEmpty()) {
      return "there is no command "
          + spec.qualifiedName()
          + " "
          + word
          + meant(word, List.copyOf(spec.subcommands().keySet()));
    }
    return spec.qualifiedName() + " can't use '" + word + "': it has all that it takes already";
  }

  private static String meant(String word, List<String> known) {
    return Nearest.to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }
}
