package dev.muster.app.cli.auth0;

import dev.muster.app.cli.session.TerminalSource;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions to a terminal, which is opened for the first of them. */
final class Questions implements AutoCloseable {

  private final Optional<TerminalSource> source;
  private @Nullable Prompts prompts;

  /** Asks on a terminal; empty if nobody can be asked. */
  Questions(Optional<TerminalSource> source) {
    this.source = source;
  }

  boolean possible() {
    return source.isPresent();
  }

  /** Opens the terminal, if that is not done yet. */
  Prompts open() throws IOException {
    Prompts known = prompts;
    if (known == null) {
      known = new Prompts(source.orElseThrow().open());
      prompts = known;
    }
    return known;
  }

  @Override
  public void close() throws IOException {
    if (prompts != null) {
      prompts.close();
    }
  }
}
