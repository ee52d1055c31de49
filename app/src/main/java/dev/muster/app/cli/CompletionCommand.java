package dev.muster.app.cli;

import dev.muster.app.cli.session.Candidates;
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

  /** Lists the ids of the latest imports, with the program that is being completed. */
  private static final String IMPORT_IDS =
      "\"${COMP_WORDS[0]}\" imports list --limit 50 2>/dev/null"
          + " | sed -n 's/^\\(imp_[^ ]*\\).*/\\1/p'";

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
        : AutoComplete.bash("muster", root.commandLine())
            .replace("(\"" + Candidates.ImportIds.MARK + "\")", "($(" + IMPORT_IDS + "))");
  }

  /** Names are as typed on the command line. */
  @SuppressWarnings("checkstyle:ConstantName")
  enum Shell {
    bash,
    zsh,
    fish
  }
}
