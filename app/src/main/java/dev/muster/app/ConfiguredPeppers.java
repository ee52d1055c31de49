package dev.muster.app;

import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.settings.PepperSettings;
import dev.muster.app.settings.SettingsProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the peppers that the settings have, or name files of. */
final class ConfiguredPeppers {

  private ConfiguredPeppers() {}

  /**
   * All peppers.
   *
   * @param folder the folder against which relative paths are resolved
   * @throws SettingsProblem if a file can't be read or has no such secret; without the secret
   */
  static Peppers of(Map<String, PepperSettings> settings, Path folder) throws SettingsProblem {
    Map<String, byte[]> secrets = new HashMap<>();
    for (Map.Entry<String, PepperSettings> pepper : settings.entrySet()) {
      secrets.put(pepper.getKey(), secret(pepper.getKey(), pepper.getValue(), folder));
    }
    return Peppers.of(secrets);
  }

  private static byte[] secret(String name, PepperSettings pepper, Path folder)
      throws SettingsProblem {
    String key = "passwords.peppers." + name;
    String text =
        pepper.text().isPresent()
            ? pepper.text().get()
            : firstLine(key, folder.resolve(pepper.file().orElseThrow()));
    Optional<String> error = pepper.errorOf(text);
    if (error.isPresent()) {
      throw new SettingsProblem(
          key
              + ": "
              + pepper.file().map(file -> "the first line of " + file + " ").orElse("")
              + error.get());
    }
    return pepper.bytes(text).orElseThrow();
  }

  private static String firstLine(String key, Path file) throws SettingsProblem {
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new SettingsProblem(key + ": " + file + " can't be read");
    }
  }
}
