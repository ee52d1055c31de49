package dev.muster.app.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sections for features that this version does not have. Their content is checked like that of
 * other sections; then they are rejected, because the settings would have no effect.
 */
final class FutureSections {

  private static final Map<String, Part> PARTS = parts();

  private FutureSections() {}

  private static Map<String, Part> parts() {
    Map<String, Part> parts = new LinkedHashMap<>();
    parts.put("mail", new Part("mail", MailSettings::read));
    return parts;
  }

  /** The names of the sections. */
  static List<String> names() {
    return List.copyOf(PARTS.keySet());
  }

  /**
   * Refuses a file that has one of these sections.
   *
   * @throws SettingsProblem about the section's first wrong member, or about the section if there
   *     is none
   */
  static void refuse(Section top) throws SettingsProblem {
    for (Map.Entry<String, Part> each : PARTS.entrySet()) {
      if (top.keys().contains(each.getKey())) {
        each.getValue().reader().read(top.section(each.getKey()));
        throw top.problem(
            each.getKey(),
            "this version has no " + each.getValue().missing() + " yet; remove the section");
      }
    }
  }

  /**
   * One section.
   *
   * @param missing the missing feature
   */
  private record Part(String missing, Reader reader) {}

  /** Checks a section by reading it; the result is not used. */
  private interface Reader {
    Object read(Section section) throws SettingsProblem;
  }
}
