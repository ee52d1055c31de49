package dev.muster.app.cli.text;

import static java.util.stream.Collectors.joining;

import dev.muster.app.document.Places;
import dev.muster.problem.Problem;
import dev.muster.profile.DateForms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Notices columns whose wrong dates are all written in one usual form. */
final class DateHints {

  private static final int TEXTS_MAX = 1000;

  private final Map<Integer, Problem> first = new TreeMap<>();
  private final Map<Integer, Set<String>> texts = new TreeMap<>();

  void add(Problem problem) {
    String text = "date".equals(problem.kind()) ? problem.details().text("value") : null;
    if (text == null) {
      return;
    }
    first.putIfAbsent(problem.column(), problem);
    Set<String> known = texts.computeIfAbsent(problem.column(), each -> new LinkedHashSet<>());
    if (known.size() < TEXTS_MAX) {
      known.add(text);
    }
  }

  /** A sentence for each such column, with the setting to copy. */
  List<String> sentences(Places places) {
    List<String> sentences = new ArrayList<>();
    first.forEach(
        (column, problem) -> {
          List<String> forms = DateForms.fitting(texts.getOrDefault(column, Set.of()));
          if (!forms.isEmpty()) {
            sentences.add(sentence(places.of(problem), forms));
          }
        });
    return sentences;
  }

  private static String sentence(String place, List<String> forms) {
    String settings =
        forms.stream().map(form -> "formats: [" + form + "]").collect(joining(" or "));
    String start = "The dates that failed in " + place;
    String end = " for the attribute in muster.yml, or for the column in a mapping.";
    return forms.size() == 1
        ? start + " are all written " + forms.get(0) + ": set " + settings + end
        : start
            + " may all be "
            + String.join(" or ", forms)
            + ", and nothing in them tells which: ask, and set "
            + settings
            + end;
  }
}
