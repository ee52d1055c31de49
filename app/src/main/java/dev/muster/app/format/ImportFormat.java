package dev.muster.app.format;

import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.util.List;

/** A format of inputs. Stateless. */
public interface ImportFormat {

  /** The name for {@code --format}. */
  String name();

  /**
   * Reads the whole input once, before anything is written: checks syntax and encoding, counts
   * records, and collects what the import needs to know in advance.
   *
   * @throws InputRefused if none of the input can be imported
   * @throws IOException if the input can't be read
   */
  SurveyedInput survey(InputFile input, ImportOptions options) throws InputRefused, IOException;

  /** Whether imports of this format may contain plain-text passwords, which Muster hashes. */
  default boolean hashesPasswords() {
    return false;
  }

  /**
   * Reads failed records that an import stored.
   *
   * @param header the cells of a table's header row; empty for other inputs
   */
  KeptRecords kept(List<String> header);
}
