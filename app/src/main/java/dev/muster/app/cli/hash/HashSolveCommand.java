package dev.muster.app.cli.hash;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.search.HashSearch;
import dev.muster.app.hash.search.Sample;
import dev.muster.app.hash.search.SearchResult;
import dev.muster.app.hash.search.Solution;
import dev.muster.app.hash.search.TableSearch;
import dev.muster.app.hash.search.Undecided;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
      "Set the password of an account there, take its hash and salt, and give them",
      "here. Use a password with capital and small letters and an accent, such as",
      "Pässword: another one may fit several recipes.",
      "Prints the recipe, the hash as an import file would have it, and the mapping",
      "with which csv takes the columns of hashes and salts as they are.",
      "Exit status 0: found. 1: not found."
    })
public final class HashSolveCommand implements Callable<Integer> {

  private final CliSession session;

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description = {
        "The hash as the system has it.",
        "A text of several parts, such as hash and salt, is taken apart."
      })
  private @Nullable String hash;

  @Option(names = "--salt", paramLabel = "SALT", description = "The salt as the system has it.")
  private @Nullable String salt;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "The secret of the system (pepper), if it has one.")
  private @Nullable String key;

  @Option(
      names = "--login",
      paramLabel = "LOGIN",
      description = "The user's login, for systems that use it as a salt.")
  private @Nullable String login;

  @Mixin private final PasswordOption password = new PasswordOption();

  @Option(
      names = "--users",
      paramLabel = "FILE",
      description = {
        "Instead of --hash, take some rows of a table (csv or xlsx) whose column password has the"
            + " known passwords. The other columns are those of an import: password_hash,"
            + " password_salt, username.",
        "Prints the mapping for the whole table. Rows without a hash or a password are told and"
            + " left out; --json has them as left_out, counted by reasons. Exit status 0: every"
            + " other row fits a recipe."
      })
  private @Nullable Path users;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long to try at most: 1 or more. Default: 60.")
  private int seconds = 60;

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  public HashSolveCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (seconds < 1) {
      throw new UsageProblem("--seconds " + seconds + ": the search needs 1 second or more");
    }
    Path table = users;
    String text = hash;
    if (table != null && text == null && salt == null && login == null) {
      LeftOut leftOut = new LeftOut(table);
      return solve(new KnownUsers(session, table).read(Optional.ofNullable(key), leftOut), leftOut);
    }
    if (table != null || text == null) {
      throw new UsageProblem("give --hash HASH, or --users FILE without --salt and --login");
    }
    return solve(
        Sample.of(text, Optional.ofNullable(salt), Optional.ofNullable(key), password.read(session))
            .withLogin(Optional.ofNullable(login)));
  }

  private TryingLine tryingLine() {
    boolean watched = session.around().errTerminal();
    return new TryingLine(session.err(), watched, Duration.ofSeconds(seconds));
  }

  private int solve(Sample sample) {
    TryingLine line = tryingLine();
    SearchResult result = new HashSearch(sample, line).find();
    line.clear();
    SolvedText text = new SolvedText(session.out(), json);
    if (result.solution().isEmpty()) {
      text.nothing(result);
      new Unsolved(result.tried(), result.unfinished()).advice(sample).forEach(session::say);
      return ExitStatus.PROBLEMS;
    }
    Solution solution = result.solution().get();
    String undecided = Undecided.words(sample);
    text.one(solution, undecided);
    sayUndecided(undecided);
    return ExitStatus.OK;
  }

  private int solve(List<TableSearch.User> rows, LeftOut leftOut) {
    TryingLine line = tryingLine();
    TableSearch search = new TableSearch(rows, line);
    TableSearch.Result result = search.find();
    line.clear();
    new SolvedText(session.out(), json).table(result, rows.size(), leftOut);
    if (!result.open().isEmpty()) {
      TableSearch.User first = search.user(result.open().get(0));
      new Unsolved(result.tried(), result.unfinished())
          .advice(first.sample())
          .forEach(session::say);
      return ExitStatus.PROBLEMS;
    }
    sayUndecided(Undecided.words(search.mostTelling().sample()));
    return ExitStatus.OK;
  }

  private void sayUndecided(String undecided) {
    if (!undecided.isEmpty()) {
      session.say(
          "this password does not tell "
              + undecided
              + ": solve again with one such as Pässword, to be sure");
    }
  }
}
