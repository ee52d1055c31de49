package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.RejectFile;
import dev.muster.app.document.ReplacedFile;
import dev.muster.app.document.ReplacedFile.Readers;
import dev.muster.app.document.ReportFile;
import dev.muster.app.document.Results;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes an import's report and rejects, to files that are replaced only when they are complete.
 */
final class ReportFiles {

  private final CliSession session;

  ReportFiles(CliSession session) {
    this.session = session;
  }

  /** Why records of the input could not be shown; empty if nothing went wrong. */
  Optional<String> report(Results results, ReportFile format, Path target)
      throws IOException, SettingsProblem, UsageProblem {
    try (ReplacedFile file = ReplacedFile.begin(target, Readers.USUAL)) {
      Optional<String> loss = format.write(results, details(results), file.out());
      file.complete();
      return loss;
    }
  }

  DetailDocument details(Results results) throws SettingsProblem, UsageProblem {
    return new DetailDocument(results.job(), session.store().users().ids());
  }

  /** The number of records written; there is no file when it is 0. */
  long rejects(Results results, Optional<SurveyedInput> input, Path target) throws IOException {
    List<ReplacedFile> opened = new ArrayList<>(1);
    try {
      long written =
          new RejectFile(results, input)
              .write(
                  () -> {
                    ReplacedFile file = ReplacedFile.begin(target, Readers.OWNER);
                    opened.add(file);
                    return file.out();
                  });
      for (ReplacedFile file : opened) {
        file.complete();
      }
      return written;
    } finally {
      for (ReplacedFile file : opened) {
        file.close();
      }
    }
  }

  /** The same to a stream, which is not closed; the number of records written. */
  long rejects(Results results, Optional<SurveyedInput> input, OutputStream out)
      throws IOException {
    return new RejectFile(results, input).write(() -> new LeftOpen(out));
  }

  /** What is closed when its owner closes it. */
  private static final class LeftOpen extends FilterOutputStream {

    LeftOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
