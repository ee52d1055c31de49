package dev.muster.app.cli.hash;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.hash.ImportForm;
import dev.muster.app.hash.search.ColumnRecipe;
import dev.muster.app.hash.search.HashSearch;
import dev.muster.app.hash.search.Solution;
import dev.muster.app.json.JsonText;
import dev.muster.password.HashPart;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster hash solve}. */
@Command(
    name = "solve",
    sortOptions = false,
    description = {
      "Find out how a system makes its hashes, from one hash whose password is known.",
      "Set the password of an account there, take its hash and salt, and give them here.",
      "Prints the recipe, the hash as an import file would have it, and the constants of a",
      "mapping with which csv takes the columns of hashes and salts as they are.",
      "Exit status 0: found. 1: not found."
    })
public final class HashSolveCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(
      names = "--hash",
      required = true,
      paramLabel = "HASH",
      description = "The hash as the system has it; HASH:SALT is taken apart.")
  private String hash = "";

  @Option(names = "--salt", paramLabel = "SALT", description = "The salt as the system has it.")
  private @Nullable String salt;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The secret of the system (pepper), if it has one.")
  private @Nullable String key;

  @Mixin private final PasswordOption password = new PasswordOption();

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long to try at most. Default: 60.")
  private int seconds = 60;

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  public HashSolveCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    byte[] typed = password.read(session);
    boolean watched = session.around().errTerminal();
    TryingLine line = new TryingLine(session.err(), watched, Duration.ofSeconds(seconds));
    Optional<Solution> solution =
        HashSearch.of(hash, Optional.ofNullable(salt), Optional.ofNullable(key), typed, line)
            .find();
    line.clear();
    return solution.map(this::tell).orElseGet(() -> tellNothing(line.lasts()));
  }

  private int tell(Solution solution) {
    if (json) {
      Struct.Builder document = new Struct.Builder();
      document.put("scheme", Value.of(solution.scheme()));
      document.put("recipe", Value.of(solution.words()));
      document.put("hash", Value.of(solution.encoded()));
      document.put("constants", constants(solution.columns()));
      solution
          .columns()
          .salt()
          .ifPresent(column -> document.put("salt_column", Value.of(column.columnName())));
      session.out().println(JsonText.of(document.build()));
    } else {
      session.out().println("recipe  " + solution.words());
      session.out().println("scheme  " + solution.scheme());
      session.out().println("hash    " + solution.encoded());
      tellUses(solution);
    }
    return ExitStatus.OK;
  }

  private void tellUses(Solution solution) {
    PrintWriter out = session.out();
    ColumnRecipe columns = solution.columns();
    ImportForm.of(solution.scheme(), solution.encoded()).stream()
        .map(ImportForm::line)
        .forEach(out::println);
    out.println();
    String salts = columns.salt().map(column -> ", the salts in " + column.columnName()).orElse("");
    out.println("For all users: the hashes as they are in a column password_hash" + salts + ".");
    if (!columns.cut().isEmpty()) {
      out.println("Take the text apart: " + columns.cut() + ".");
    }
    out.println("A mapping has the rest:");
    out.println();
    out.println("constants:");
    columns
        .constants()
        .forEach(
            (part, text) ->
                out.println("  " + part.columnName() + ": " + JsonText.of(Value.of(text))));
    if (columns.keyed()) {
      out.println("  " + HashPart.KEY.columnName() + ": # the key, as it was given here");
    }
  }

  private static Struct constants(ColumnRecipe columns) {
    Struct.Builder constants = new Struct.Builder();
    columns.constants().forEach((part, text) -> constants.put(part.columnName(), Value.of(text)));
    return constants.build();
  }

  private int tellNothing(boolean triedAll) {
    if (json) {
      session.out().println(JsonText.of(Struct.of("scheme", Value.NULL)));
    }
    session.say(
        triedAll
            ? "no recipe fits: is the password right, and is there a salt or a secret to add?"
            : "no recipe fits so far: give more time with --seconds");
    return ExitStatus.PROBLEMS;
  }
}
