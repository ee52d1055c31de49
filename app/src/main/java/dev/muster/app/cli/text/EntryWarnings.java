package dev.muster.app.cli.text;

import dev.muster.app.document.Printable;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.problem.ShownText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The warnings about the entries of a RestAuth document: each text once, with the first entry that
 * it is about, and how many others there are. For one thread.
 */
final class EntryWarnings {

  private static final int TEXTS_MAX = 20;

  private final Map<String, Entries> texts = new LinkedHashMap<>();
  private long more;

  void clear() {
    texts.clear();
    more = 0;
  }

  void add(Kind section, String name, String text) {
    String kind = section + " " + text;
    Entries known = texts.get(kind);
    if (known != null) {
      known.count++;
    } else if (texts.size() < TEXTS_MAX) {
      texts.put(kind, new Entries(section, name, text));
    } else {
      more++;
    }
  }

  /** The lines to print. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    texts.values().forEach(each -> lines.add("restauth-import: " + each.line()));
    if (more > 0) {
      lines.add("restauth-import: " + Numbers.count(more, "other warning"));
    }
    return lines;
  }

  /** The entries that one warning is about. */
  private static final class Entries {

    private final Kind section;
    private final String first;
    private final String text;
    private long count = 1;

    Entries(Kind section, String first, String text) {
      this.section = section;
      this.first = first;
      this.text = text;
    }

    String line() {
      String others = count == 1 ? "" : " and " + Numbers.count(count - 1, "other");
      return Printable.of(
          ShownText.visible(
              section.singular() + " " + ShownText.cut(first) + others + ": " + text));
    }
  }
}
