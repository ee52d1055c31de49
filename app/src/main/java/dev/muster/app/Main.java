package dev.muster.app;

import dev.muster.app.cli.Muster;
import dev.muster.app.cli.TerminationHook;
import dev.muster.app.cli.session.ProcessEnvironment;
import java.io.BufferedInputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The entry point: connects the process's streams and environment to {@link Muster}. */
public final class Main {

  /** The loggers that simplelogger.properties silences. */
  private static final List<String> QUIET_LIBRARIES =
      List.of("org.flywaydb", "com.github.kagkarlsson");

  private Main() {}

  /** Runs one command and ends the process with its exit status. */
  public static void main(String[] args) {
    List<String> words = List.of(args);
    if (words.contains("--debug")) {
      // set first, because the logging library reads it when the first logger is created
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
      for (String library : QUIET_LIBRARIES) {
        System.setProperty("org.slf4j.simpleLogger.log." + library, "debug");
      }
    }
    System.exit(run(words));
  }

  /** Runs one command with the process's streams; returns its exit status. */
  static int run(List<String> words) {
    TerminationHook hook = new TerminationHook();
    int status = Muster.run(words, ofProcess(hook));
    hook.finished(status);
    return status;
  }

  private static ProcessEnvironment ofProcess(TerminationHook hook) {
    return new ProcessEnvironment(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8),
        System.getenv(),
        Path.of(""),
        isTerminal(0),
        isTerminal(1),
        isTerminal(2),
        hook);
  }

  /**
   * Whether a file descriptor is a terminal. Asks the operating system, because Java tells it only
   * for input and output together, and differently in newer versions.
   */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) {
      return isConsole();
    }
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether Java has a terminal. Newer versions have a console even without one, and a method to
   * ask.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isConsole() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
