package dev.muster.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of Muster, read from its jar. */
public final class BuildVersion {

  private static final String PROPERTIES = "/META-INF/maven/dev.muster/muster-app/pom.properties";

  private BuildVersion() {}

  /** Such as {@code 0.1.0}. */
  public static String text() {
    try (InputStream in = BuildVersion.class.getResourceAsStream(PROPERTIES)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "(not packaged)");
    } catch (IOException e) {
      return "(not known)";
    }
  }
}
