package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.cli.session.ProcessEnvironment;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Struct;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One run of the command line in a folder, and what came of it.
 *
 * @param status the exit status
 */
public record Run(int status, String out, String err) {

  /** Runs a command without input. */
  public static Run of(Path folder, String... arguments) {
    return with(folder, new byte[0], arguments);
  }

  /** Runs a command with standard input. */
  public static Run with(Path folder, byte[] input, String... arguments) {
    return in(folder, input, Map.of(), Interrupts.NONE, arguments);
  }

  static Run in(
      Path folder,
      byte[] input,
      Map<String, String> environment,
      Interrupts interrupts,
      String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ProcessEnvironment around =
        new ProcessEnvironment(
            new ByteArrayInputStream(input),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            environment,
            folder,
            false,
            false,
            false,
            interrupts);
    int status = Muster.run(List.of(arguments), around);
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Standard output as one JSON object. */
  public Struct document() {
    try {
      return (Struct) new JsonParser(100, 1 << 20).parse(out);
    } catch (JsonSyntax e) {
      throw new AssertionError("not JSON: " + out, e);
    }
  }

  /** Writes a file for a command to read. */
  public static void file(Path folder, String name, String... lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }
}
