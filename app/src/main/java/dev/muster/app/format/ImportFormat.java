package dev.muster.app.format;

import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.util.List;

/** A format of inputs that can be imported. Stateless. */
public interface ImportFormat {

  /** The name that {@code --format} takes. */
  String name();

  /**
   * Reads the whole input once, before anything is written: checks syntax and encoding, counts
   * records, and finds out early what the import must know.
   *
   * @throws InputRefused if nothing of the input can be imported
   * @throws IOException if the input can't be read
   */
  SurveyedInput survey(InputFile input, ImportOptions options) throws InputRefused, IOException;

  /**
   * How failed records are shown from what an import kept of them.
   *
   * @param header the cells of a table's header row; empty for other inputs
   */
  KeptRecords kept(List<String> header);
}
