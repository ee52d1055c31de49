package dev.muster.app.cli.auth0;

import dev.muster.app.cli.text.Ansi;
import dev.muster.app.document.Printable;
import java.io.PrintWriter;

/** Prints messages in the form of Auth0's command line, to standard error. Thread-safe. */
final class Auth0Text {

  private static final String MARK = " ▸    ";

  private final PrintWriter err;
  private final Ansi ink;
  private String tenant;

  /**
   * Prints nothing yet.
   *
   * @param tenant the name in headings
   */
  Auth0Text(PrintWriter err, Ansi ink, String tenant) {
    this.err = err;
    this.ink = ink;
    this.tenant = tenant;
  }

  /** Changes the name in headings. */
  synchronized void name(String name) {
    tenant = name;
  }

  /** Prints a heading between blank lines. */
  synchronized void heading(String text) {
    err.println();
    err.println("=== " + ink.bold(Printable.of(tenant)) + " " + text);
    err.println();
    err.flush();
  }

  /** Prints a message of one line. */
  synchronized void say(String message) {
    err.println(ink.green(MARK) + Printable.of(message));
    err.flush();
  }

  /** Prints an error, as a sentence. */
  synchronized void fail(String message) {
    heading("error");
    err.println(ink.red(MARK) + Printable.of(sentence(message)));
    err.println();
    err.flush();
  }

  private static String sentence(String message) {
    String text = message.strip().replaceAll("\\s*\\R\\s*", " ");
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    String capital = text.substring(0, first).toUpperCase(java.util.Locale.ROOT);
    boolean ended = text.endsWith(".") || text.endsWith("?");
    return capital + text.substring(first) + (ended ? "" : ".");
  }
}
