package dev.muster.app.cli.auth0;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * Asks questions on a terminal. On one that can move its cursor, a list is chosen from with the
 * arrow keys, and typing narrows it; on others its entries are numbered.
 */
final class Prompts implements AutoCloseable {

  private final Terminal terminal;
  private final PrintWriter out;

  /** Asks on a terminal, which is closed with this object. */
  Prompts(Terminal terminal) {
    this.terminal = terminal;
    this.out = terminal.writer();
  }

  /**
   * Asks for one of a list.
   *
   * @param entries at least one
   */
  String choose(String question, List<String> entries) throws IOException, Cancelled {
    try (Keys keys = new Keys(terminal)) {
      return canMove()
          ? new ArrowList(keys, out, question, entries).choose()
          : number(keys, question, entries);
    }
  }

  private boolean canMove() {
    return !terminal.getType().startsWith(Terminal.TYPE_DUMB)
        && terminal.getStringCapability(Capability.cursor_up) != null;
  }

  private String number(Keys keys, String question, List<String> entries)
      throws IOException, Cancelled {
    print("? " + question + "\n");
    for (int i = 0; i < entries.size(); i++) {
      print("  " + (i + 1) + ") " + entries.get(i) + "\n");
    }
    while (true) {
      print("Number or name [1]: ");
      Optional<String> chosen = chosen(line(keys), entries);
      if (chosen.isPresent()) {
        return chosen.get();
      }
      print("That is none of them.\n");
    }
  }

  private static Optional<String> chosen(String answer, List<String> entries) {
    if (answer.isEmpty()) {
      return Optional.of(entries.get(0));
    }
    if (entries.contains(answer)) {
      return Optional.of(answer);
    }
    if (answer.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(answer);
      return number >= 1 && number <= entries.size()
          ? Optional.of(entries.get(number - 1))
          : Optional.empty();
    }
    List<String> like = entries.stream().filter(each -> each.startsWith(answer)).toList();
    return like.size() == 1 ? Optional.of(like.get(0)) : Optional.empty();
  }

  /** Asks whether to go on; the default is yes. */
  boolean confirm(String question) throws IOException, Cancelled {
    try (Keys keys = new Keys(terminal)) {
      while (true) {
        print("? " + question + " (Y/n) ");
        String answer = line(keys).strip().toLowerCase(Locale.ROOT);
        if (List.of("", "y", "yes").contains(answer)) {
          return true;
        }
        if (List.of("n", "no").contains(answer)) {
          return false;
        }
      }
    }
  }

  /** Reads a line, echoing it. */
  private String line(Keys keys) throws IOException, Cancelled {
    StringBuilder line = new StringBuilder();
    while (true) {
      Keys.Key key = next(keys);
      switch (key.kind()) {
        case ENTER -> {
          print("\n");
          return line.toString().strip();
        }
        case ERASE -> {
          if (!line.isEmpty()) {
            line.setLength(line.length() - 1);
            print("\b \b");
          }
        }
        case CHARACTER -> {
          line.append(key.character());
          print(String.valueOf(key.character()));
        }
        case UP, DOWN, OTHER -> {}
      }
    }
  }

  /** The next key. The line of a question that is broken off ends. */
  private Keys.Key next(Keys keys) throws IOException, Cancelled {
    try {
      return keys.next();
    } catch (Cancelled e) {
      print("\n");
      throw e;
    }
  }

  private void print(String text) {
    out.print(text);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
