package dev.muster.app.cli.session;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The terminal of this process. A class of its own, so that the terminal library is loaded only
 * when a command asks something.
 */
public final class SystemTerminal implements TerminalSource {

  @Override
  public Terminal open() throws IOException {
    return TerminalBuilder.builder().name("muster").system(true).dumb(true).build();
  }
}
