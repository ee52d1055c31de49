package dev.muster.app.cli.text;

import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.document.Results;
import dev.muster.app.job.Job;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.UserIds;
import dev.muster.report.Change;
import dev.muster.report.RecordResult;
import dev.muster.value.Value;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Prints what an import changes, record by record:
 *
 * <pre>
 * line 3: updated 5f3a9c01-77de-8b42-a000-00000000002a
 *   ~ attributes.name  "Ada" → "Ada L."
 *   + phone_number  "+33612345678"
 * </pre>
 */
public final class PlanText {

  private final PrintWriter out;
  private final Ansi ink;
  private final Job job;
  private final UserIds ids;
  private boolean changes;

  public PlanText(PrintWriter out, Ansi ink, Job job, UserIds ids) {
    this.out = out;
    this.ink = ink;
    this.job = job;
    this.ids = ids;
  }

  /** Prints every record that changes something. */
  public void print(Results results) {
    results.eachResult(
        result -> {
          if (!result.changes().isEmpty()) {
            print(result);
            changes = true;
          }
        });
    out.println(changes ? "" : "No record changes anything.\n");
  }

  private void print(RecordResult result) {
    long line = result.position().line();
    out.print(line > 0 ? "line " + line : "record " + (result.position().index() + 1));
    out.print(": " + result.outcome().wireName());
    DetailDocument.userNumber(job, result).ifPresent(number -> out.print(" " + ids.show(number)));
    out.println();
    result.changes().forEach(this::print);
  }

  private void print(Change change) {
    Value before = change.before();
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
    return value == null ? "" : Printable.of(JsonText.of(value));
  }
}
