package dev.muster.app.upload.run;

import dev.muster.app.document.RejectFile;
import dev.muster.app.document.Results;
import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RejectForm;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.problem.InputRefused;
import dev.muster.value.Value;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The failed records of a report as a file like the uploaded one, to be opened in a spreadsheet,
 * corrected and uploaded again. Cells that a spreadsheet would run begin with an apostrophe; phone
 * numbers and other numbers with a sign do not.
 */
public final class SafeRejects {

  private final Session store;
  private final Formats formats;
  private final FileInputs inputs;
  private final Previews previews;

  /**
   * Rejects of a directory's reports, by a session for reading.
   *
   * @param cache of the process
   */
  public SafeRejects(Session store, Settings settings, Formats formats, PreviewCache cache) {
    this.store = store;
    this.formats = formats;
    this.inputs = new FileInputs(store, settings);
    this.previews = new Previews(store, settings, formats, cache);
  }

  /**
   * Writes the failed records of a report. Their form follows from the beginning of the file, which
   * was surveyed when it was uploaded, so that the time does not depend on its size.
   *
   * @return whether they are in the format of the file; otherwise they are NDJSON, because the file
   *     can't be read any more
   */
  public boolean write(UploadedFile file, Job report, RejectFile.Target target) throws IOException {
    try {
      if (report.input().header().isEmpty()) {
        previews.withDocument(
            file,
            report.options(),
            document -> write(report, Optional.of(document), UnaryOperator.identity(), target));
      } else {
        write(report, Optional.of(form(file, report)), SafeRejects::safe, target);
      }
      return true;
    } catch (InputRefused | UsageProblem | FileNotFoundException e) {
      write(report, Optional.empty(), UnaryOperator.identity(), target);
      return false;
    }
  }

  private void write(
      Job report,
      Optional<? extends RejectForm> form,
      UnaryOperator<byte[]> shown,
      RejectFile.Target target)
      throws IOException {
    Results results = new Results(store.jobs(), report, Optional.empty());
    long ignored = new RejectFile(results, form, shown).write(target);
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
