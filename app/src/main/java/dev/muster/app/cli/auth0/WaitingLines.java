package dev.muster.app.cli.auth0;

import dev.muster.app.remote.auth0.Patience;
import dev.muster.app.remote.auth0.WaitingNotice;
import java.time.Duration;

/** Tells that the server refuses a request for now: at first, and then once a minute. */
final class WaitingLines implements WaitingNotice {

  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final Auth0Text text;
  private final Patience patience;
  private String told = "";
  private Duration silent = Duration.ZERO;

  WaitingLines(Auth0Text text, Patience patience) {
    this.text = text;
    this.patience = patience;
  }

  @Override
  public void waiting(Duration time, String reason) {
    if (!reason.equals(told) || silent.compareTo(PERIOD) >= 0) {
      told = reason;
      silent = Duration.ZERO;
      text.say(
          "The server asks to wait ("
              + reason
              + "). Next attempt in "
              + time.toSeconds()
              + " s; "
              + patience
                  .turn()
                  .map(turn -> "gives up after " + turn.toSeconds() + " s (--max-wait).")
                  .orElse("does not give up (--max-wait)."));
    }
    silent = silent.plus(time);
  }
}
