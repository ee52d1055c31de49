package dev.muster.app.cli.auth0;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A list on a terminal from which one entry is chosen with the arrow keys. */
final class ArrowList {

  private static final int LINES_MAX = 15;
  private static final String CLEAR_BELOW = "\r\033[J";

  private final Keys keys;
  private final PrintWriter out;
  private final String question;
  private final List<String> entries;
  private final StringBuilder typed = new StringBuilder();
  private List<String> shown;
  private int at;

  ArrowList(Keys keys, PrintWriter out, String question, List<String> entries) {
    this.keys = keys;
    this.out = out;
    this.question = question;
    this.entries = List.copyOf(entries);
    this.shown = this.entries;
  }

  /** Shows the list until an entry is chosen. */
  String choose() throws IOException, Cancelled {
    while (true) {
      int lines = paint();
      Keys.Key key;
      try {
        key = keys.next();
      } catch (Cancelled e) {
        leave("");
        throw e;
      }
      switch (key.kind()) {
        case ENTER -> {
          if (!shown.isEmpty()) {
            leave(shown.get(at));
            return shown.get(at);
          }
        }
        case UP -> move(-1);
        case DOWN -> move(1);
        case ERASE -> {
          typed.setLength(Math.max(0, typed.length() - 1));
          narrow();
        }
        case CHARACTER -> {
          typed.append(key.character());
          narrow();
        }
        case OTHER -> {}
      }
      erase(lines);
    }
  }

  private void move(int step) {
    at = shown.isEmpty() ? 0 : Math.floorMod(at + step, shown.size());
  }

  private void narrow() {
    String part = typed.toString().toLowerCase(Locale.ROOT);
    shown = new ArrayList<>(entries);
    shown.removeIf(entry -> !entry.toLowerCase(Locale.ROOT).contains(part));
    at = 0;
  }

  /** Prints the page with the current entry; returns how many lines are below the first. */
  private int paint() {
    int from = at / LINES_MAX * LINES_MAX;
    int to = Math.min(shown.size(), from + LINES_MAX);
    StringBuilder text = new StringBuilder("? " + question + " " + typed);
    text.append("  [arrows to move, type to filter]");
    for (int i = from; i < to; i++) {
      text.append("\n").append(i == at ? "> " : "  ").append(shown.get(i));
    }
    out.print(text);
    out.flush();
    return to - from;
  }

  private void erase(int lines) {
    out.print((lines > 0 ? "\033[" + lines + "A" : "") + CLEAR_BELOW);
    out.flush();
  }

  private void leave(String chosen) {
    int from = at / LINES_MAX * LINES_MAX;
    erase(Math.min(shown.size(), from + LINES_MAX) - from);
    out.print("? " + question + " " + chosen + "\n");
    out.flush();
  }
}
