package dev.muster.app.cli.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.hash.search.Sample;
import dev.muster.app.hash.search.TableSearch;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.password.HashPart;
import dev.muster.problem.InputRefused;
import dev.muster.user.Realm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Some rows of a table of users, with their passwords. */
record KnownUsers(CliSession session, Path file) {

  private static final int ROWS_MAX = 1000;
  private static final String PASSWORD = "password";
  private static final List<String> LOGINS =
      List.of(HashPart.LOGIN.columnName(), "login", "username", "email");

  /**
   * Reads them.
   *
   * @param key the system's key
   * @param leftOut receives the lines that can't be used
   */
  List<TableSearch.User> read(Optional<String> key, LeftOut leftOut)
      throws SettingsProblem, UsageProblem, IOException {
    TableSample table = table();
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < table.header().size(); i++) {
      places.putIfAbsent(table.header().get(i).strip().split(" ", 2)[0], i);
    }
    for (String needed : List.of(PASSWORD, HashPart.HASH.columnName())) {
      if (table.headless() || !places.containsKey(needed)) {
        throw new UsageProblem(
            file + " has no column " + needed + ": the first row names the columns");
      }
    }
    List<TableSearch.User> users = new ArrayList<>();
    int read = Math.min(ROWS_MAX, table.rows().size());
    for (int i = 0; i < read; i++) {
      long line = table.lines().get(i);
      leftOut.emptyLines(i == 0 ? line : table.lines().get(i - 1) + 1, line - 1);
      Row row = new Row(places, table.rows().get(i));
      Optional<String> lacking = row.lacking(table.header().size());
      if (lacking.isPresent()) {
        leftOut.row(line, lacking.get());
      } else {
        users.add(new TableSearch.User(line, row.sample(key)));
      }
    }
    if (read < table.rows().size()) {
      leftOut.rest(table.lines().get(read), ROWS_MAX);
    }
    leftOut.messages().forEach(session::say);
    if (users.isEmpty()) {
      throw new UsageProblem(file + " has no row with a password_hash and a password");
    }
    return users;
  }

  private TableSample table() throws SettingsProblem, UsageProblem, IOException {
    Settings settings = session.application().settings();
    ImportOptions options =
        new ImportOptions(
            Optional.empty(),
            Optional.empty(),
            Formats.AUTO,
            settings.realm(Realm.DEFAULT, 0),
            settings.attributes(),
            settings.defaultCountry(),
            settings.limits());
    Path path = session.path(file);
    try (InputFile input = InputFile.at(path, settings.limits())) {
      return session
          .application()
          .formats()
          .of(Formats.AUTO, input)
          .sample(input, options, ROWS_MAX + 1);
    } catch (InputRefused refused) {
      throw new UsageProblem("--users: " + refused.problems().get(0).message());
    }
  }

  /** The cells of a row. */
  private record Row(Map<String, Integer> places, List<String> cells) {

    /** Empty if there is no such column, or the cell is empty. */
    Optional<String> cell(String name) {
      int place = places.getOrDefault(name, cells.size());
      return place < cells.size() && !cells.get(place).isEmpty()
          ? Optional.of(cells.get(place))
          : Optional.empty();
    }

    /**
     * What the row needs and has not; empty if it can be used.
     *
     * @param columns how many columns the header has
     */
    Optional<String> lacking(int columns) {
      List<String> empty =
          Stream.of(HashPart.HASH.columnName(), PASSWORD)
              .filter(name -> cell(name).isEmpty())
              .toList();
      if (empty.isEmpty()) {
        return Optional.empty();
      }
      String what = "there is no " + String.join(" and no ", empty);
      return Optional.of(
          cells.size() < columns
              ? "the row has " + cells.size() + " of " + columns + " columns, so " + what
              : what);
    }

    /** The sample of a row that lacks nothing. */
    Sample sample(Optional<String> key) {
      String hash = cell(HashPart.HASH.columnName()).orElseThrow();
      Optional<String> login = LOGINS.stream().flatMap(name -> cell(name).stream()).findFirst();
      return Sample.of(
              hash,
              cell(HashPart.SALT.columnName()),
              key.or(() -> cell(HashPart.KEY.columnName())),
              cell(PASSWORD).orElse("").getBytes(UTF_8))
          .withLogin(login);
    }

    /** Without the cells, which are secrets. */
    @Override
    public String toString() {
      return "Row[" + cells.size() + " cells]";
    }
  }
}
