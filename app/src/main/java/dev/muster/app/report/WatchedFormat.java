package dev.muster.app.report;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.InputFile;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.util.List;

/**
 * A format that tells somebody when it was chosen for an input, and what it found there.
 *
 * @param format who does the work
 * @param watcher who is told
 */
public record WatchedFormat(ImportFormat format, Watcher watcher) implements ImportFormat {

  @Override
  public String name() {
    return format.name();
  }

  @Override
  public KeptRecords kept(List<String> header) {
    return format.kept(header);
  }

  @Override
  public SurveyedInput survey(InputFile input, ImportOptions options)
      throws InputRefused, IOException {
    watcher.chosen(format.name());
    SurveyedInput surveyed = format.survey(input, options);
    watcher.surveyed(input, surveyed);
    return surveyed;
  }

  /** Who wants to know. */
  public interface Watcher {

    /** The input is about to be read as this format. */
    void chosen(String format);

    /** The input has been read through and can be imported. */
    void surveyed(InputFile input, SurveyedInput surveyed);

    /** Nobody wants to know. */
    Watcher NONE =
        new Watcher() {
          @Override
          public void chosen(String format) {}

          @Override
          public void surveyed(InputFile input, SurveyedInput surveyed) {}
        };
  }
}
