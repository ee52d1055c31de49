package dev.muster.app.format;

import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputRefused;
import java.io.IOException;

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
}
