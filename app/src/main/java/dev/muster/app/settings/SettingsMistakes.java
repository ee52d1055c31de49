package dev.muster.app.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds all mistakes of a settings file: the file is read again and again, each time without what
 * was wrong the time before. What is wrong only because something was left out is not a mistake.
 */
final class SettingsMistakes {

  /** More would be another kind of file. */
  private static final int MISTAKES_MAX = 50;

  private final String name;
  private final Object content;
  private final Set<List<String>> leftOut = new HashSet<>();

  /**
   * Finds nothing yet.
   *
   * @param name the name of the file in messages
   * @param content what YAML has read; it is changed
   */
  SettingsMistakes(String name, Object content) {
    this.name = name;
    this.content = content;
  }

  /** The messages, in the order in which they are found. */
  List<String> messages() {
    List<String> messages = new ArrayList<>();
    while (messages.size() < MISTAKES_MAX) {
      Optional<SettingsProblem> next = next();
      if (next.isEmpty()) {
        return messages;
      }
      List<String> place = next.get().place();
      if (!isConsequence(place)) {
        messages.add(String.valueOf(next.get().getMessage()));
      }
      while (!place.isEmpty() && !leaveOut(content, place)) {
        place = place.subList(0, place.size() - 1);
      }
      if (place.isEmpty()) {
        return messages;
      }
      leftOut.add(List.copyOf(place));
    }
    return messages;
  }

  private Optional<SettingsProblem> next() {
    try {
      SettingsFile.settings(name, content);
      return Optional.empty();
    } catch (SettingsProblem e) {
      return Optional.of(e);
    }
  }

  /** Whether a place is one that was left out, or in one. */
  private boolean isConsequence(List<String> place) {
    for (int length = 1; length <= place.size(); length++) {
      if (leftOut.contains(place.subList(0, length))) {
        return true;
      }
    }
    return false;
  }

  /** Leaves out what is at a place; false if there is nothing. */
  private static boolean leaveOut(Object within, List<String> place) {
    String step = place.get(0);
    List<String> rest = place.subList(1, place.size());
    if (within instanceof Map<?, ?> members) {
      for (Map.Entry<?, ?> member : members.entrySet()) {
        if (String.valueOf(member.getKey()).equals(step)) {
          return rest.isEmpty()
              ? members.keySet().remove(member.getKey())
              : leaveOut(member.getValue(), rest);
        }
      }
    }
    return within instanceof List<?> items && leaveOutItem(items, step, rest);
  }

  @SuppressWarnings("unchecked") // what YAML reads is a list of anything
  private static boolean leaveOutItem(List<?> items, String step, List<String> rest) {
    for (int i = 0; i < items.size(); i++) {
      if (Section.item(i).equals(step) && items.get(i) != Section.LEFT_OUT) {
        if (!rest.isEmpty()) {
          return leaveOut(items.get(i), rest);
        }
        ((List<Object>) items).set(i, Section.LEFT_OUT);
        return true;
      }
    }
    return false;
  }
}
