package dev.muster.app.document;

import dev.muster.app.format.RejectForm;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the failed records of an import, each with its reason, in the format of the input, so that
 * they can be corrected and imported again. If the format needs the input, as a table needs its
 * header, and the input is gone, they are written as NDJSON.
 */
public final class RejectFile {

  private final Results results;
  private final Optional<? extends RejectForm> form;
  private final Places places;
  private final UnaryOperator<byte[]> shown;

  public RejectFile(Results results, Optional<SurveyedInput> input) {
    this(results, input, Places.of(results.job(), input), UnaryOperator.identity());
  }

  /**
   * A file of changed records of a report, which has a header if its input has one.
   *
   * @param form empty for NDJSON
   * @param shown changes a stored record before it is written
   */
  public RejectFile(
      Results results, Optional<? extends RejectForm> form, UnaryOperator<byte[]> shown) {
    this(results, form, Places.of(results.job(), Optional.empty()), shown);
  }

  private RejectFile(
      Results results,
      Optional<? extends RejectForm> form,
      Places places,
      UnaryOperator<byte[]> shown) {
    this.results = results;
    this.form = form;
    this.places = places;
    this.shown = shown;
  }

  /**
   * Writes to an output that is opened for the first failed record only.
   *
   * @return how many records were written; may be fewer than have failed, because the source of
   *     some may be unknown
   */
  public long write(Target target) throws IOException {
    Writing writing = new Writing(target);
    try {
      results.eachReject(
          (result, source) -> {
            if (source.length > 0) {
              writing.writer().write(shown.apply(source), RejectReason.of(result, places));
              writing.written++;
            }
          });
    } finally {
      if (writing.writer != null) {
        writing.writer.close();
      }
    }
    return writing.written;
  }

  /** Opens the output for rejects. */
  public interface Target {
    OutputStream open() throws IOException;
  }

  private final class Writing {

    private final Target target;
    private @Nullable RejectWriter writer;
    private long written;

    Writing(Target target) {
      this.target = target;
    }

    RejectWriter writer() throws IOException {
      if (writer == null) {
        OutputStream out = target.open();
        writer = form.isPresent() ? form.get().rejects(out) : new LooseRejects(out);
      }
      return writer;
    }
  }
}
