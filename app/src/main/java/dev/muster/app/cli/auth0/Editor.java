package dev.muster.app.cli.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.Failures;
import dev.muster.app.tempfile.TemporaryFolder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Opens a text in the user's editor: GIT_EDITOR, VISUAL or EDITOR, else vim.
 *
 * @param command a shell command, to which the file's name is added
 */
record Editor(String command) {

  private static final String MARK = "\uFEFF";

  /** Editors that work in the terminal, and so show by themselves that they wait. */
  private static final Set<String> OF_TERMINALS =
      Set.of("vim", "vi", "nvim", "nano", "pico", "emacs", "ed", "ex", "micro", "hx", "ne", "joe");

  /** The editor that the environment names. */
  static Editor of(Map<String, String> environment) {
    for (String variable : List.of("GIT_EDITOR", "VISUAL", "EDITOR")) {
      String command = environment.getOrDefault(variable, "").strip();
      if (!command.isEmpty()) {
        return new Editor(command);
      }
    }
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    return new Editor(windows ? "notepad" : "vim");
  }

  /** Whether it opens a window of its own. */
  boolean isWindow() {
    char quote = command.charAt(0);
    boolean quoted = quote == '\'' || quote == '"';
    String program = quoted ? command.substring(1) : command;
    program = program.split(quoted ? "['\"]" : "\\s", 2)[0];
    return !OF_TERMINALS.contains(program.substring(program.lastIndexOf('/') + 1));
  }

  /**
   * Opens a text, and returns it as it is when the editor ends.
   *
   * @param name the beginning of the file's name
   * @throws CommandFailure if the editor fails
   */
  String edit(String name, String text) throws CommandFailure {
    try (TemporaryFolder folder = TemporaryFolder.make("editor")) {
      Path file = folder.file(name.replaceAll("[^A-Za-z0-9 _-]", "_") + ".json");
      Files.writeString(file, MARK + text, UTF_8);
      run(file);
      String edited = Files.readString(file, UTF_8);
      return edited.startsWith(MARK) ? edited.substring(1) : edited;
    } catch (CharacterCodingException e) {
      throw failure("the text is not UTF-8: save it as UTF-8");
    } catch (NoSuchFileException e) {
      throw failure("the file is gone");
    } catch (IOException e) {
      throw failure(Failures.cause(e));
    }
  }

  private void run(Path file) throws IOException, CommandFailure {
    Process process =
        new ProcessBuilder("/bin/sh", "-c", command + " \"$@\"", command, file.toString())
            .inheritIO()
            .start();
    try {
      int status = process.waitFor();
      if (status != 0) {
        throw failure("exit status " + status + " of " + command);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw failure("interrupted");
    }
  }

  private static CommandFailure failure(String reason) {
    return new CommandFailure("failed to capture input from the editor: " + reason);
  }
}
