package dev.muster.app.settings;

import dev.muster.app.format.input.InputLimits;
import java.util.List;

/** Reads the section {@code limits}: limits for inputs. */
final class LimitsSection {

  static final List<String> KEYS =
      List.of("record_bytes", "field_characters", "depth", "expanded_bytes");

  private LimitsSection() {}

  static InputLimits read(Section limits) throws SettingsProblem {
    limits.only(KEYS);
    InputLimits defaults = InputLimits.DEFAULTS;
    return new InputLimits(
        (int) limits.whole("record_bytes", 1 << 10, 1 << 30).orElse(defaults.recordBytes()),
        (int) limits.whole("field_characters", 64, 1 << 28).orElse(defaults.fieldCharacters()),
        (int) limits.whole("depth", 4, 500).orElse(defaults.depth()),
        limits.whole("expanded_bytes", 1 << 20, 1L << 50).orElse(defaults.expandedBytes()));
  }
}
