package dev.muster.app.cli.session;

import java.io.IOException;
import org.jline.terminal.Terminal;

/** Opens the terminal that standard input and output are. */
public interface TerminalSource {

  /** Opens it; to be closed by the caller. */
  Terminal open() throws IOException;
}
