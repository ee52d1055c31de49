package dev.muster.app.cli;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster completion}. */
@Command(
    name = "completion",
    sortOptions = false,
    description = "Print a script that lets a shell complete Muster's commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(muster completion bash)",
      "  source <(muster completion zsh)",
      "  muster completion fish > ~/.config/fish/completions/muster.fish"
    })
final class CompletionCommand implements Callable<Integer> {

  private final CliSession session;

  @Parameters(index = "0", paramLabel = "SHELL", description = "bash, zsh, fish.")
  private Shell shell = Shell.bash;

  @Spec private @Nullable CommandSpec spec;

  CompletionCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (spec != null) {
      session.out().print(script(shell, spec.root()));
    }
    return ExitStatus.OK;
  }

  static String script(Shell shell, CommandSpec root) {
    return shell == Shell.fish
        ? FishCompletion.script(root)
        : AutoComplete.bash("muster", root.commandLine());
  }

  /** Names are as typed on the command line. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum Shell {
    bash,
    zsh,
    fish
  }
}
