package dev.muster.app.cli.text;

import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.document.Results;
import dev.muster.app.format.RowLines;
import dev.muster.app.job.Job;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Users;
import dev.muster.problem.ShownText;
import dev.muster.read.Position;
import dev.muster.report.Change;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.LoginId;
import dev.muster.value.Value;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Prints what an import changes, record by record:
 *
 * <pre>
 * line 3: updated ada@example.com (5f3a9c01-77de-8b42-a000-00000000002a)
 *   ~ attributes.name  "Ada" → "Ada L."
 *   + phone_number  "+33612345678"
 * </pre>
 */
public final class PlanText {

  private static final List<String> LOGIN_IDS = List.of("username", "email", "phone_number");

  private final PrintWriter out;
  private final Ansi ink;
  private final Job job;
  private final Users users;
  private boolean changes;

  public PlanText(PrintWriter out, Ansi ink, Job job, Users users) {
    this.out = out;
    this.ink = ink;
    this.job = job;
    this.users = users;
  }

  /** Prints every record that changes something. */
  public void print(Results results) throws IOException {
    try (@Nullable RowLines lines = results.rowLines().orElse(null)) {
      results.eachResult(
          result -> {
            if (!result.changes().isEmpty()) {
              print(result, lines);
              changes = true;
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    out.println(changes ? "" : "No record changes anything.\n");
  }

  private void print(RecordResult result, @Nullable RowLines lines) {
    out.print(name(result.position(), lines));
    out.print(": " + result.outcome().wireName());
    OptionalLong number = DetailDocument.userNumber(job, result);
    Optional<String> login = login(result, number);
    login.ifPresent(name -> out.print(" " + printable(name)));
    if (number.isPresent()) {
      String id = users.ids().show(number.getAsLong());
      out.print(login.isPresent() ? " (" + id + ")" : " " + id);
    }
    out.println();
    boolean created = result.outcome() == Outcome.INSERTED;
    result.changes().forEach(change -> print(change, created));
  }

  private static String name(Position position, @Nullable RowLines lines) {
    long line = position.line();
    if (line <= 0) {
      return "record " + (position.index() + 1);
    }
    if (lines == null) {
      return "line " + line;
    }
    try {
      return RecordLines.name(line, lines.lineOf(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A login id of the record's user: a new one, or else one that the user has. */
  private Optional<String> login(RecordResult result, OptionalLong number) {
    for (String attribute : LOGIN_IDS) {
      for (Change change : result.changes()) {
        if (change.attribute().equals(attribute) && change.after() instanceof Value.Text text) {
          return Optional.of(text.text());
        }
      }
    }
    return number.isEmpty()
        ? Optional.empty()
        : users
            .withNumber(number.getAsLong())
            .flatMap(user -> user.account().shownLogin())
            .map(LoginId::value);
  }

  /**
   * Prints a change.
   *
   * @param created whether the user is new, and had no values before
   */
  private void print(Change change, boolean created) {
    Value before = created ? null : change.before();
    Value after = change.after();
    String name = Printable.of(change.attribute()) + "  ";
    if (before == null) {
      out.println(ink.green("  + " + name + text(after)));
    } else if (after == null) {
      out.println(ink.red("  - " + name + text(before)));
    } else {
      out.println(ink.yellow("  ~ " + name + text(before) + " → " + text(after)));
    }
  }

  private static String text(@Nullable Value value) {
    return value == null ? "" : printable(JsonText.of(value));
  }

  private static String printable(String text) {
    return Printable.of(ShownText.visible(text));
  }
}
