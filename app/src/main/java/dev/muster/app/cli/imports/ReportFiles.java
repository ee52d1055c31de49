package dev.muster.app.cli.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.LeftOpen;
import dev.muster.app.document.RejectFile;
import dev.muster.app.document.ReplacedFile;
import dev.muster.app.document.ReplacedFile.Readers;
import dev.muster.app.document.ReportFile;
import dev.muster.app.document.Results;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes an import's report and rejects to files. A file is replaced only after it was written
 * completely.
 */
final class ReportFiles {

  private static final int START = 1 << 16;

  private final CliSession session;

  ReportFiles(CliSession session) {
    this.session = session;
  }

  /** Writes a report. Returns why records of the input could not be shown; empty if they could. */
  Optional<String> report(Results results, ReportFile format, Path target)
      throws IOException, SettingsProblem, UsageProblem {
    try (ReplacedFile file = ReplacedFile.begin(target, Readers.USUAL)) {
      Optional<String> loss = format.write(results, details(results), file.out());
      file.complete();
      return loss;
    }
  }

  DetailDocument details(Results results) throws SettingsProblem, UsageProblem {
    return new DetailDocument(results.job(), session.storeToRead().users());
  }

  /** Writes a file of rejects, unless there are none. Returns the number of records written. */
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

  /** Whether a file is one of rejects, which says the reason of each record near its beginning. */
  static boolean isRejects(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(START), UTF_8).contains(RejectWriter.REASON);
    }
  }

  /** Writes rejects to a stream, without closing it. Returns the number of records written. */
  long rejects(Results results, Optional<SurveyedInput> input, OutputStream out)
      throws IOException {
    return new RejectFile(results, input).write(() -> new LeftOpen(out));
  }
}
