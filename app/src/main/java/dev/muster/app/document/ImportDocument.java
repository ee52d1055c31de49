package dev.muster.app.document;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.job.TallySummary;
import dev.muster.app.json.JsonText;
import dev.muster.problem.InputProblem;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * The JSON document about one import, written piece by piece in constant memory, one record a line:
 *
 * <pre>
 * {"id":"imp_…","status":"completed","summary":{"total":2,…},"details":[
 * {"index":0,"line":1,"outcome":"inserted",…},
 * {"index":1,"line":2,"outcome":"failed",…}
 * ]}
 * </pre>
 */
public final class ImportDocument {

  private final Writer out;
  private final Optional<Struct> missing;
  private List<String> notes = List.of();
  private long invited;
  private final Optional<Struct> proof;

  public ImportDocument(Writer out) {
    this(out, Optional.empty());
  }

  /**
   * A document that also tells who is missing from the input.
   *
   * @param missing a {@link MissingDocument}; empty if the import did not look for missing users
   */
  public ImportDocument(Writer out, Optional<Struct> missing) {
    this(out, missing, Optional.empty());
  }

  /**
   * A document that also tells which hashes known passwords have proved.
   *
   * @param missing a {@link MissingDocument}; empty if the import did not look for missing users
   * @param proof empty if no sample of passwords was given
   */
  public ImportDocument(Writer out, Optional<Struct> missing, Optional<Struct> proof) {
    this.out = out;
    this.missing = missing;
    this.proof = proof;
  }

  /** This document, which also tells how many users get a mail, or would get one, if any does. */
  public ImportDocument inviting(long users) {
    invited = users;
    return this;
  }

  /** This document, which also has remarks on the input that are no warnings, if there are any. */
  public ImportDocument noting(List<String> remarks) {
    notes = List.copyOf(remarks);
    return this;
  }

  /**
   * Writes a recorded import.
   *
   * @param warnings about the input as a whole
   * @return why records of the input could not be shown; empty if they could
   */
  public Optional<String> write(
      Tally tally,
      List<String> warnings,
      Results results,
      DetailLevel extent,
      DetailDocument details)
      throws IOException {
    Job job = results.job();
    Struct.Builder head =
        head(Value.of(job.id()), job.state().wireName(), job.options().dryRun(), tally, List.of());
    results.input().ifPresent(input -> head.append("input", input(job, input)));
    appendMessages(head, "warnings", warnings);
    appendMessages(head, "notes", notes);
    begin(head);
    StringBuilder line = new StringBuilder(1024);
    int[] written = {0};
    Optional<String> loss =
        results.each(
            extent,
            (result, shown) -> {
              line.setLength(0);
              line.append(written[0]++ == 0 ? "\n" : ",\n");
              JsonText.append(line, details.of(result, shown));
              out.append(line);
            });
    end(written[0] > 0);
    return loss;
  }

  private static void appendMessages(Struct.Builder head, String name, List<String> messages) {
    if (!messages.isEmpty()) {
      head.append(
          name,
          new Value.Array(
              messages.stream().<Value>map(it -> Struct.of("message", Value.of(it))).toList()));
    }
  }

  /** Writes that nothing was imported, and why. */
  public void writeRefusal(List<Trouble> errors) throws IOException {
    begin(head(Value.NULL, "failed", false, Tally.ZERO, errors));
    end(false);
  }

  /** Writes an import that is left to workers. */
  public void writePending(Job job, Tally tally) throws IOException {
    Value id = Value.of(job.id());
    begin(head(id, job.state().wireName(), job.options().dryRun(), tally, List.of()));
    end(false);
  }

  /** Writes the state of an import that stopped early. */
  public void writeBrokenOff(Job job, String status, Tally tally, Trouble trouble)
      throws IOException {
    begin(head(Value.of(job.id()), status, job.options().dryRun(), tally, List.of(trouble)));
    end(false);
  }

  /** What is known about the input: its format and its encoding. */
  private static Struct input(Job job, SurveyedInput surveyed) {
    Struct.Builder input = new Struct.Builder();
    input.append("format", Value.of(job.format()));
    surveyed.charset().ifPresent(name -> input.append("encoding", Value.of(name)));
    return input.build();
  }

  private Struct.Builder head(
      Value id, String status, boolean dryRun, Tally tally, List<Trouble> errors) {
    Struct.Builder head = new Struct.Builder();
    head.append("id", id);
    head.append("status", Value.of(status));
    if (dryRun) {
      head.append("dry_run", Value.TRUE);
    }
    head.append("summary", TallySummary.of(tally));
    missing.ifPresent(users -> head.append("missing", users));
    if (invited > 0) {
      head.append("mails", Value.of(invited));
    }
    proof.ifPresent(hashes -> head.append("proof", hashes));
    if (!errors.isEmpty()) {
      head.append(
          "errors", new Value.Array(errors.stream().<Value>map(Trouble::document).toList()));
    }
    return head;
  }

  private void begin(Struct.Builder head) throws IOException {
    String text = JsonText.of(head.build());
    out.append(text, 0, text.length() - 1).append(",\"details\":[");
  }

  private void end(boolean afterDetails) throws IOException {
    out.append(afterDetails ? "\n]}\n" : "]}\n");
  }

  /**
   * An error that concerns an import as a whole.
   *
   * @param code a stable code, for programs
   * @param line 1-based; 0 if unknown
   * @param column 1-based; 0 if unknown
   * @param byteOffset 0-based; -1 if unknown
   */
  public record Trouble(String code, String message, long line, int column, long byteOffset) {

    public static Trouble of(String code, String message) {
      return new Trouble(code, message, 0, 0, -1);
    }

    public static Trouble of(InputProblem problem) {
      return new Trouble(
          problem.code().wireName(),
          problem.message(),
          problem.line(),
          problem.column(),
          problem.byteOffset());
    }

    /** The error as a JSON object. */
    public Struct document() {
      Struct.Builder error = new Struct.Builder();
      error.append("code", Value.of(code)).append("message", Value.of(message));
      if (line > 0) {
        error.append("line", Value.of(line));
      }
      if (column > 0) {
        error.append("column", Value.of(column));
      }
      if (byteOffset >= 0) {
        error.append("byte_offset", Value.of(byteOffset));
      }
      return error.build();
    }
  }
}
