package dev.muster.app.upload.run;

import dev.muster.app.document.RejectFile;
import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RejectForm;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.problem.InputRefused;
import dev.muster.report.Outcome;
import dev.muster.value.Value;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The failed records of a report as a file like the uploaded one, to be opened in a spreadsheet,
 * corrected and uploaded again. Cells that a spreadsheet would run begin with an apostrophe; phone
 * numbers and other numbers with a sign do not.
 */
public final class SafeRejects {

  private final Formats formats;
  private final FileInputs inputs;
  private final Previews previews;

  /**
   * Rejects of a directory's reports, by a session for reading.
   *
   * @param cache of the process
   */
  public SafeRejects(Session store, Settings settings, Formats formats, PreviewCache cache) {
    this.formats = formats;
    this.inputs = new FileInputs(store, settings);
    this.previews = new Previews(store, settings, formats, cache);
  }

  /**
   * The file of a report's failed records. Its form follows from the beginning of the uploaded
   * file, which was surveyed when it was uploaded, so that the time does not depend on its size.
   */
  public Download of(UploadedFile file, Job report) throws IOException {
    try {
      if (report.input().header().isEmpty()) {
        SurveyedDocument document = previews.document(file, report.options());
        return new Download(
            report, Optional.of(document.survey()), UnaryOperator.identity(), document);
      }
      return new Download(
          report, Optional.of(form(file, report)), SafeRejects::safe, SafeRejects::nothing);
    } catch (InputRefused | UsageProblem | FileNotFoundException e) {
      return Download.loose(report);
    }
  }

  private static void nothing() {}

  /** A file of failed records, which needs no session until it is written. */
  public static final class Download implements Closeable {

    private final Job report;
    private final Optional<? extends RejectForm> form;
    private final UnaryOperator<byte[]> shown;
    private final Closeable document;

    private Download(
        Job report,
        Optional<? extends RejectForm> form,
        UnaryOperator<byte[]> shown,
        Closeable document) {
      this.report = report;
      this.form = form;
      this.shown = shown;
      this.document = document;
    }

    /** As NDJSON, whatever the format of the uploaded file. */
    public static Download loose(Job report) {
      return new Download(report, Optional.empty(), UnaryOperator.identity(), SafeRejects::nothing);
    }

    /** The name of the report's format. */
    public String format() {
      return report.format();
    }

    /**
     * Whether it is in the format of the uploaded file; otherwise it is NDJSON, because the
     * uploaded file can't be read any more.
     */
    public boolean isInFormat() {
      return form.isPresent();
    }

    /** Writes it; nothing if no record failed. The stream is closed in the end. */
    public void write(Database database, OutputStream out) throws IOException {
      ReportParts parts = new ReportParts(database, report);
      ResultFilter failed = ResultFilter.ALL.with(Outcome.FAILED);
      RejectFile file =
          new RejectFile(report, reader -> parts.each(failed, reader::read), form, shown);
      long ignored = file.write(() -> out);
    }

    @Override
    public void close() throws IOException {
      document.close();
    }
  }

  private RejectForm form(UploadedFile file, Job report)
      throws InputRefused, UsageProblem, IOException {
    ImportFormat format = formats.named(report.format());
    ImportOptions options = inputs.options(file.realm(), report.options());
    String charset = file.charset().orElse(options.encoding());
    try (InputFile beginning = inputs.header(file, report.options())) {
      return format.rejects(
          beginning, options.with(charset, options.formatOptions()), report.input().header());
    }
  }

  private static byte[] safe(byte[] source) {
    if (!(StoredJson.parse(new String(source, StandardCharsets.UTF_8))
        instanceof Value.Array row)) {
      return source;
    }
    Value.Array cells = new Value.Array(row.items().stream().map(SafeCell::of).toList());
    return JsonText.of(cells).getBytes(StandardCharsets.UTF_8);
  }
}
