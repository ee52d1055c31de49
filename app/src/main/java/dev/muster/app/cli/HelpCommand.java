package dev.muster.app.cli;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster help}. */
@Command(name = "help", sortOptions = false, description = "Explain a command.")
final class HelpCommand implements Callable<Integer> {

  private final CliSession session;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      completionCandidates = Candidates.CommandNames.class,
      description = "The command's words, such as: users show. Default: all commands.")
  private List<String> words = List.of();

  @Spec private @Nullable CommandSpec spec;

  HelpCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws UsageProblem {
    if (spec == null) {
      throw new IllegalStateException("picocli gives every command its spec");
    }
    CommandLine command = spec.root().commandLine();
    for (String word : words) {
      CommandLine next = command.getSubcommands().get(word);
      if (next == null) {
        throw new UsageProblem(UsageErrors.unknown(word, command.getCommandSpec()));
      }
      command = next;
    }
    command.usage(session.out(), command.getColorScheme());
    return ExitStatus.OK;
  }
}
