package dev.muster.app.cli.auth0;

import java.io.IOException;
import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Reads keys from a terminal, one by one and unechoed, until it is closed. */
final class Keys implements AutoCloseable {

  private static final int END_OF_INPUT = -1;
  private static final int CTRL_C = 3;
  private static final int CTRL_D = 4;
  private static final int BACKSPACE = 8;
  private static final int ESCAPE = 27;
  private static final int DELETE = 127;
  private static final long SEQUENCE_MILLIS = 100;

  private final Terminal terminal;
  private final Attributes before;

  Keys(Terminal terminal) {
    this.terminal = terminal;
    this.before = terminal.enterRawMode();
    Attributes raw = terminal.getAttributes();
    raw.setLocalFlags(EnumSet.of(LocalFlag.ISIG, LocalFlag.ECHO), false);
    terminal.setAttributes(raw);
  }

  /** A key with a meaning, or a character. */
  enum Kind {
    ENTER,
    UP,
    DOWN,
    ERASE,
    OTHER,
    CHARACTER
  }

  /**
   * A key.
   *
   * @param character 0 unless it is a character
   */
  record Key(Kind kind, char character) {

    private static Key of(Kind kind) {
      return new Key(kind, '\0');
    }
  }

  /**
   * Waits for the next key.
   *
   * @throws Cancelled on Ctrl-C and Ctrl-D
   * @throws TerminalGone if there will be none
   */
  Key next() throws IOException, Cancelled {
    int read = terminal.reader().read();
    return switch (read) {
      case END_OF_INPUT -> throw new TerminalGone();
      case CTRL_C, CTRL_D -> throw new Cancelled();
      case '\r', '\n' -> Key.of(Kind.ENTER);
      case BACKSPACE, DELETE -> Key.of(Kind.ERASE);
      case ESCAPE -> Key.of(sequence());
      default -> read < ' ' ? Key.of(Kind.OTHER) : new Key(Kind.CHARACTER, (char) read);
    };
  }

  /** What an escape sequence means: {@code ESC [ A} or {@code ESC O A} is the key with arrow up. */
  private Kind sequence() throws IOException {
    NonBlockingReader reader = terminal.reader();
    int introducer = reader.read(SEQUENCE_MILLIS);
    if (introducer != '[' && introducer != 'O') {
      return Kind.OTHER;
    }
    return switch (reader.read(SEQUENCE_MILLIS)) {
      case 'A' -> Kind.UP;
      case 'B' -> Kind.DOWN;
      default -> Kind.OTHER;
    };
  }

  @Override
  public void close() {
    terminal.setAttributes(before);
  }
}
