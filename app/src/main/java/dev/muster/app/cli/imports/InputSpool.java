package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The input of one command: a file, or a temporary copy of a stream. */
final class InputSpool {

  private final CliSession session;
  private volatile @Nullable InputFile spooled;

  InputSpool(CliSession session) {
    this.session = session;
  }

  /**
   * Opens the input.
   *
   * @param path null for standard input
   */
  InputFile input(@Nullable Path path, InputLimits limits) throws InputRefused, UsageProblem {
    if (path == null) {
      return spool(session.around().in(), "standard input", limits);
    }
    if (!InputFile.isStream(path)) {
      return InputFile.at(path, limits);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return spool(in, path.toString(), limits);
    } catch (IOException e) {
      throw new UsageProblem(path + " can't be read: " + Failures.cause(e));
    }
  }

  private InputFile spool(InputStream in, String name, InputLimits limits) throws UsageProblem {
    try {
      InputFile input = InputFile.spool(in, name, limits);
      spooled = input;
      return input;
    } catch (IOException e) {
      throw new UsageProblem(
          name
              + " can't be kept in a temporary file ("
              + Failures.cause(e)
              + "): make room in "
              + System.getProperty("java.io.tmpdir")
              + ", or name a file");
    }
  }

  /** Deletes the temporary copy, if there is one. Thread-safe. */
  void discard() {
    InputFile input = spooled;
    if (input != null) {
      try {
        input.close();
      } catch (IOException e) {
        session.say(input.path() + " can't be removed, do it by hand: " + e.getMessage());
      }
    }
  }
}
