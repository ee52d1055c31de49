package dev.muster.app.settings;

import java.io.Serial;

/** muster.yml says something that it can't; the message names the place and the remedy. */
public final class SettingsProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  public SettingsProblem(String message) {
    super(message);
  }
}
