package dev.muster.app.format.input;

import dev.muster.problem.ShellText;
import java.io.IOException;
import java.util.Optional;

/** Names an input in the commands that messages print, to be copied into a shell. */
public final class InputArgument {

  /** Stands for an input that was a stream, or that was sent. */
  private static final String UNNAMED = "FILE";

  private InputArgument() {}

  /** The input as a word of a command; what a compressed file holds is expanded for it. */
  public static String of(InputFile input) {
    if (input.temporary()) {
      return UNNAMED;
    }
    String name = input.name().startsWith("-") ? "./" + input.name() : input.name();
    String word = ShellText.quoted(name);
    return expander(input).map(command -> "<(" + command + ' ' + word + ')').orElse(word);
  }

  private static Optional<String> expander(InputFile input) {
    try {
      return input.compression().map(program -> program + " -dc");
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A sentence in which the word FILE stands for the input, with its name. */
  public static String filledIn(String sentence, InputFile input) {
    return sentence.replace(" " + UNNAMED, " " + of(input));
  }
}
