package dev.muster.app.document;

import dev.muster.app.format.RejectForm;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
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

  private final Rejects rejects;
  private final Optional<? extends RejectForm> form;
  private final Places places;
  private final UnaryOperator<byte[]> shown;

  public RejectFile(Results results, Optional<SurveyedInput> input) {
    this(results::eachReject, input, Places.of(results.job(), input), UnaryOperator.identity());
  }

  /**
   * A file of changed records of a report, which has a header if its input has one.
   *
   * @param rejects the report's failed records
   * @param form empty for NDJSON
   * @param shown changes a stored record before it is written
   */
  public RejectFile(
      Job report,
      Rejects rejects,
      Optional<? extends RejectForm> form,
      UnaryOperator<byte[]> shown) {
    this(rejects, form, Places.of(report, Optional.empty()), shown);
  }

  private RejectFile(
      Rejects rejects,
      Optional<? extends RejectForm> form,
      Places places,
      UnaryOperator<byte[]> shown) {
    this.rejects = rejects;
    this.form = form;
    this.places = places;
    this.shown = shown;
  }

  /**
   * Writes to an output that is opened for the first failed record only. If that fails, the file
   * has the records before the failure and no end.
   *
   * @return how many records were written; may be fewer than have failed, because the source of
   *     some may be unknown
   */
  public long write(Target target) throws IOException {
    Writing writing = new Writing(target);
    try {
      rejects.each(
          (result, source) -> {
            if (source.length > 0) {
              writing.writer().write(shown.apply(source), RejectReason.of(result, places));
              writing.written++;
            }
          });
    } catch (IOException | RuntimeException | Error e) {
      writing.breakOff(e);
      throw e;
    }
    writing.end();
    return writing.written;
  }

  /** The failed records of an import. */
  public interface Rejects {

    /** Passes them on as the input had them; an empty array if that is unknown. */
    void each(Results.RejectReader reader) throws IOException;
  }

  /** Opens the output for rejects. */
  public interface Target {
    OutputStream open() throws IOException;
  }

  private final class Writing {

    private final Target target;
    private @Nullable OutputStream out;
    private @Nullable RejectWriter writer;
    private long written;

    Writing(Target target) {
      this.target = target;
    }

    RejectWriter writer() throws IOException {
      RejectWriter known = writer;
      if (known == null) {
        OutputStream opened = target.open();
        out = opened;
        known = form.isPresent() ? form.get().rejects(opened) : new LooseRejects(opened);
        writer = known;
      }
      return known;
    }

    void end() throws IOException {
      if (writer != null) {
        writer.close();
      }
    }

    /** Closes the output, with what was written before a failure. */
    void breakOff(Throwable failure) {
      OutputStream opened = out;
      if (opened == null) {
        return;
      }
      try (opened) {
        if (writer != null) {
          writer.flush();
        }
      } catch (IOException | RuntimeException e) {
        if (e != failure) { // an exception can't suppress itself
          failure.addSuppressed(e);
        }
      }
    }
  }
}
