package dev.muster.app.cli;

import dev.muster.app.settings.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of the program and of its runtime. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  static String text() {
    return "muster " + BuildVersion.text() + " on Java " + Runtime.version().feature();
  }
}
