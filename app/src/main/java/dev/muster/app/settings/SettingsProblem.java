package dev.muster.app.settings;

import java.io.Serial;

/** An error in muster.yml; the message names the place and the remedy. */
public final class SettingsProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  public SettingsProblem(String message) {
    super(message);
  }
}
