package dev.muster.app.job.run;

import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The differences between two sets of settings, member by member. */
final class SettingsChanges {

  private static final String ABSENT = "absent";

  private final Map<String, String> members = new TreeMap<>();

  private SettingsChanges(Struct settings) {
    add("", settings);
  }

  /** Phrases such as {@code default_country was FR and is DE}; sorted. */
  static List<String> between(Struct before, Struct now) {
    Map<String, String> then = new SettingsChanges(before).members;
    Map<String, String> later = new SettingsChanges(now).members;
    TreeSet<String> paths = new TreeSet<>(then.keySet());
    paths.addAll(later.keySet());
    List<String> changes = new ArrayList<>();
    for (String path : paths) {
      String was = then.getOrDefault(path, ABSENT);
      String is = later.getOrDefault(path, ABSENT);
      if (!was.equals(is)) {
        changes.add(path + " was " + was + " and is " + is);
      }
    }
    return changes;
  }

  private void add(String path, Struct settings) {
    for (int i = 0; i < settings.size(); i++) {
      String name = settings.nameAt(i);
      String place = path.isEmpty() ? name : path + "." + name;
      Value value = settings.valueAt(i);
      if (value instanceof Struct struct) {
        add(place, struct);
      } else if (place.equals("attributes") && value instanceof Value.Array declared) {
        declared.items().forEach(this::addAttribute);
      } else {
        members.put(place, value instanceof Value.Text text ? text.text() : JsonText.of(value));
      }
    }
  }

  /** Attributes are a list in muster.yml, but are compared by name; their order is irrelevant. */
  private void addAttribute(Value declared) {
    if (declared instanceof Struct attribute) {
      Struct.Builder rest = attribute.edit();
      rest.remove("label"); // only for display
      rest.remove("name");
      add("attributes." + attribute.text("name"), rest.build());
    }
  }
}
