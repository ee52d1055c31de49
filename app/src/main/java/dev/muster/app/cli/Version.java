package dev.muster.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as its archive says it. */
final class Version implements IVersionProvider {

  private static final String PROPERTIES = "/META-INF/maven/dev.muster/muster-app/pom.properties";

  @Override
  public String[] getVersion() {
    return new String[] {text()};
  }

  static String text() {
    try (InputStream in = Version.class.getResourceAsStream(PROPERTIES)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return "muster "
          + properties.getProperty("version", "(not packaged)")
          + " on Java "
          + Runtime.version().feature();
    } catch (IOException e) {
      return "muster";
    }
  }
}
