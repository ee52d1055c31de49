package dev.muster.app;

import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.settings.PepperSettings;
import dev.muster.app.settings.SettingsProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the peppers that the settings have, or name files of. */
final class ConfiguredPeppers {

  private ConfiguredPeppers() {}

  /**
   * All peppers.
   *
   * @param folder the folder against which relative paths are resolved
   * @throws SettingsProblem about all files that can't be read or have no such secret; without the
   *     secrets
   */
  static Peppers of(Map<String, PepperSettings> settings, Path folder) throws SettingsProblem {
    Map<String, byte[]> secrets = new HashMap<>();
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, PepperSettings> pepper : new TreeMap<>(settings).entrySet()) {
      try {
        secrets.put(pepper.getKey(), secret(pepper.getKey(), pepper.getValue(), folder));
      } catch (SettingsProblem e) {
        problems.addAll(e.messages());
      }
    }
    if (!problems.isEmpty()) {
      throw new SettingsProblem(problems);
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
