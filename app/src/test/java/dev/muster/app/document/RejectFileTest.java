package dev.muster.app.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.format.Inputs;
import dev.muster.app.format.RejectForm;
import dev.muster.app.format.json.ArrayRejects;
import dev.muster.app.format.json.LineRejects;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobInput;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobTimes;
import dev.muster.app.job.Provenance;
import dev.muster.app.journal.Actor;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RejectFileTest {

  private static final Job REPORT =
      new Job(
          0,
          "imp_1",
          JobState.COMPLETED,
          Provenance.of(Actor.cli("ann", "home"), JobOrigin.CLI),
          new JobInput(
              "csv", "default", "in", Optional.empty(), "digest", "host", List.of(), 2, 1, 100),
          new JobOptions(
              Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false),
          JobTimes.from(Instant.EPOCH));

  private static final RecordResult FAILED =
      RecordResult.ofOther(
          new Position(0, 2),
          Outcome.FAILED,
          List.of(),
          List.of(Problem.of(ProblemCode.DATA_ERROR, "No.")));

  /** What is written of two records before their store fails, to an output that can't be closed. */
  private static String broken(Optional<? extends RejectForm> form, String first, String second) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    RejectFile file =
        new RejectFile(
            REPORT,
            reader -> {
              reader.read(FAILED, first.getBytes(UTF_8));
              reader.read(FAILED, second.getBytes(UTF_8));
              throw new IOException("the store is gone");
            },
            form,
            UnaryOperator.identity());
    assertThatThrownBy(() -> file.write(() -> unclosable(bytes)))
        .hasMessage("the store is gone")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .singleElement()
                    .satisfies(later -> assertThat(later).hasMessage("the output is gone, too")));
    return bytes.toString(UTF_8);
  }

  private static OutputStream unclosable(ByteArrayOutputStream bytes) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        bytes.write(b);
      }

      @Override
      public void close() throws IOException {
        throw new IOException("the output is gone, too");
      }
    };
  }

  @Test
  void aFailureLeavesTheRecordsBeforeItAndNoEnd() throws Exception {
    String line = "{\"a\":1,\"@reject-reason\":\"data-error: No.\"}";
    String lines = line + "\n" + line + "\n";
    String record = "{\"a\":1}";
    assertThat(broken(Optional.empty(), record, record)).isEqualTo(lines);
    assertThat(broken(Optional.of((RejectForm) LineRejects::new), record, record)).isEqualTo(lines);
    assertThat(broken(Optional.of((RejectForm) ArrayRejects::new), record, record))
        .isEqualTo("[\n" + line + ",\n" + line);
    assertThat(broken(Optional.of(Inputs.survey("email\na\nb\n")), "[\"a\"]", "[\"b\"]"))
        .isEqualTo("@reject-reason,email\ndata-error: No.,a\ndata-error: No.,b\n");
  }

  @Test
  void aFailureOfTheOutputAloneIsTold() {
    RejectFile file =
        new RejectFile(
            REPORT,
            reader -> reader.read(FAILED, "{}".getBytes(UTF_8)),
            Optional.empty(),
            UnaryOperator.identity());
    assertThatThrownBy(() -> file.write(() -> unclosable(new ByteArrayOutputStream())))
        .hasMessage("the output is gone, too");
  }
}
