package dev.muster.app.cli.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.ProcessEnvironment;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the users to import: those of {@code --users}, else those on standard input, else those
 * that somebody writes in an editor, else a template as it is. Keeps them in a temporary file.
 */
final class PayloadSource {

  private static final String TEMPLATE_QUESTION = "Template:";
  private static final String HINT =
      "Hint: Once you close the editor, the user(s) will be imported. To cancel, CTRL+C.";

  private final ImportFlags flags;
  private final ProcessEnvironment around;
  private final InputLimits limits;
  private final Auth0Text text;
  private volatile @Nullable InputFile kept;

  PayloadSource(ImportFlags flags, ProcessEnvironment around, InputLimits limits, Auth0Text text) {
    this.flags = flags;
    this.around = around;
    this.limits = limits;
    this.text = text;
  }

  /**
   * The payload, possibly empty.
   *
   * @param questions asks for the template, if somebody can be asked
   */
  InputFile payload(Questions questions) throws IOException, Cancelled, CommandFailure {
    if (!flags.users().isEmpty()) {
      return keep(new ByteArrayInputStream(flags.users().getBytes(UTF_8)), "--users");
    }
    if (!around.inTerminal()) {
      InputStream in = new BufferedInputStream(around.in());
      in.mark(1);
      if (in.read() >= 0) {
        in.reset();
        return keep(in, "standard input");
      }
    }
    return keep(new ByteArrayInputStream(written(questions).getBytes(UTF_8)), "the template");
  }

  /** What is written in an editor; without a terminal the template itself. */
  private String written(Questions questions) throws IOException, Cancelled, CommandFailure {
    if (!questions.possible()) {
      return flags.compatible() || flags.template().isEmpty() ? "" : template(flags.template());
    }
    String name =
        flags.template().isEmpty()
            ? questions.open().choose(TEMPLATE_QUESTION, Template.titles())
            : flags.template();
    Editor editor = Editor.of(around.environment());
    if (editor.isWindow()) {
      text.say(HINT);
    }
    return editor.edit(name, Template.named(name).map(Template::text).orElse(""));
  }

  private static String template(String name) throws CommandFailure {
    return Template.named(name)
        .map(Template::text)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "invalid JSON input: there is no template '"
                        + name
                        + "'; there are "
                        + Template.choices()));
  }

  private InputFile keep(InputStream in, String name) throws IOException {
    InputFile copy = InputFile.spool(in, name, limits);
    kept = copy;
    return copy;
  }

  /** Deletes the temporary file, if there is one. Thread-safe. */
  void discard() {
    InputFile copy = kept;
    if (copy != null) {
      try {
        copy.close();
      } catch (IOException e) {
        text.say(copy.path() + " can't be removed, do it by hand: " + e.getMessage());
      }
    }
  }
}
