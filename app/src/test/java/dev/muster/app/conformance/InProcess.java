package dev.muster.app.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.Muster;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the program's own command line in this process, with nothing of this process's own. */
final class InProcess implements CommandLine {

  @Override
  public Ended run(
      List<String> arguments, byte[] input, Path folder, Map<String, String> environment) {
    ByteArrayOutputStream stdout = new ByteArrayOutputStream();
    ByteArrayOutputStream stderr = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(stdout, false, UTF_8);
        PrintStream err = new PrintStream(stderr, false, UTF_8)) {
      ByteArrayInputStream in = new ByteArrayInputStream(input);
      int exitStatus =
          Muster.run(arguments, ProcessEnvironment.piped(in, out, err, environment, folder));
      out.flush();
      err.flush();
      return new Ended(exitStatus, stdout.toString(UTF_8), stderr.toString(UTF_8));
    }
  }
}
