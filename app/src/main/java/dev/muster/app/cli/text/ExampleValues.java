package dev.muster.app.cli.text;

import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.problem.Problem;
import dev.muster.problem.SecretText;
import dev.muster.problem.ShownText;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the values that caused problems, in the failed records of an import. Never a secret. */
public final class ExampleValues {

  /** Finds nothing. */
  public static final ExampleValues NONE = new ExampleValues(null, null, KeptRecords.NONE);

  private static final Value REDACTED = Value.of("REDACTED");
  private static final Pattern STEPS = Pattern.compile("[/.\\[\\]]+");

  private final @Nullable JobStore log;
  private final @Nullable Job job;
  private final KeptRecords kept;

  private ExampleValues(@Nullable JobStore log, @Nullable Job job, KeptRecords kept) {
    this.log = log;
    this.job = job;
    this.kept = kept;
  }

  /** Finds values in the records that were kept because they failed. */
  public static ExampleValues of(JobStore log, Job job, KeptRecords kept) {
    return new ExampleValues(log, job, kept);
  }

  /**
   * The value at a problem's place, as JSON shows it, cut off after 80 characters. Empty if there
   * is none, if it is a secret, or if the message has it already.
   */
  Optional<String> of(Problem problem, Position position) {
    if (log == null || job == null || (!problem.isOfCell() && problem.path() == null)) {
      return Optional.empty();
    }
    ResultPage page = log.page(job, ResultFilter.ALL.with(Outcome.FAILED), position.index() - 1, 1);
    return page.items().stream()
        .filter(item -> item.result().position().index() == position.index())
        .findFirst()
        .map(item -> kept.show(item.source(), item.result()))
        .map(shown -> problem.isOfCell() ? cell(shown, problem.column()) : member(shown, problem))
        .filter(value -> !problem.message().contains(value.replaceAll("^\"|\"$", "")));
  }

  private static @Nullable String cell(Struct shown, int column) {
    if (shown.get("cells") instanceof Value.Array cells) {
      for (Value each : cells.items()) {
        if (each instanceof Struct cell
            && cell.get("column") instanceof Value.Num number
            && number.literal().equals(Integer.toString(column + 1))) {
          return isSecret(cell.text("name")) ? null : leaf(cell.get("value"));
        }
      }
    }
    return null;
  }

  private static @Nullable String member(Struct shown, Problem problem) {
    String path = problem.path();
    if (path == null || isSecret(path)) {
      return null;
    }
    Value value = shown.get("record");
    for (String step : STEPS.split(path, -1)) {
      if (!step.isEmpty()) {
        value = step(value, step);
      }
    }
    return leaf(value);
  }

  private static @Nullable Value step(@Nullable Value value, String step) {
    if (value instanceof Struct members) {
      return members.get(step);
    }
    if (value instanceof Value.Array array && step.matches("[0-9]{1,6}")) {
      int index = Integer.parseInt(step);
      return index < array.items().size() ? array.items().get(index) : null;
    }
    return null;
  }

  private static @Nullable String leaf(@Nullable Value value) {
    if (REDACTED.equals(value)) {
      return null;
    }
    if (value instanceof Value.Text text) {
      return text.text().isEmpty() || SecretText.isHash(text.text())
          ? null
          : ShownText.quoted(text.text());
    }
    return value instanceof Value.Num number ? number.literal() : null;
  }

  private static boolean isSecret(@Nullable String name) {
    return name == null || SecretText.isSecretName(name);
  }
}
