package dev.muster.app.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where settings were read from.
 *
 * @param file absolute; empty for the defaults
 * @param digest SHA-256 of the file's bytes, hexadecimal; empty text for the defaults
 * @param named whether the file was named explicitly by {@code --config} or {@code MUSTER_CONFIG},
 *     rather than found in the working directory
 */
public record SettingsOrigin(Optional<Path> file, String digest, boolean named) {

  /** No file: every setting has its default. */
  public static final SettingsOrigin DEFAULTS = new SettingsOrigin(Optional.empty(), "", false);

  /** This origin, as an explicitly named file. */
  public SettingsOrigin asNamed() {
    return new SettingsOrigin(file, digest, true);
  }
}
