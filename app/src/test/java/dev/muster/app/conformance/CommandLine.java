package dev.muster.app.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs one command of the program, as a shell would. */
interface CommandLine {

  /**
   * Runs to the end.
   *
   * @param arguments without the program's name
   * @param input standard input
   * @param folder the working directory
   * @param environment all the variables that there are
   */
  Ended run(List<String> arguments, byte[] input, Path folder, Map<String, String> environment);

  /** What is left of a command when it has ended. */
  record Ended(int exitStatus, String stdout, String stderr) {

    /** The exit status and the start of what it said, for a failure's message. */
    @Override
    public String toString() {
      return "exit " + exitStatus + ": " + start(stderr) + " " + start(stdout);
    }

    private static String start(String text) {
      return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
  }
}
