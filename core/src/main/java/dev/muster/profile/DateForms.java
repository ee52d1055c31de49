package dev.muster.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms of dates that a column may have, beside {@code YYYY-MM-DD}. Immutable. */
public final class DateForms {

  public static final DateForms NONE = new DateForms(List.of());

  private static final DateForm ISO = DateForm.of("yyyy-mm-dd");

  /** Usual forms; where two fit, the first is the likelier one. */
  private static final List<DateForm> USUAL =
      List.of(
              "dd/mm/yyyy",
              "mm/dd/yyyy",
              "dd.mm.yyyy",
              "dd-mm-yyyy",
              "mm-dd-yyyy",
              "yyyy-mm-dd",
              "yyyy/mm/dd",
              "yyyy.mm.dd",
              "yyyymmdd",
              "dd/mm/yy",
              "mm/dd/yy",
              "dd.mm.yy",
              "dd-mm-yy",
              "d mmm yyyy",
              "d. mmm yyyy",
              "dd-mmm-yyyy",
              "dd-mmm-yy",
              "mmm d, yyyy",
              "excel")
          .stream()
          .map(DateForm::of)
          .toList();

  private final List<DateForm> forms;

  private DateForms(List<DateForm> forms) {
    this.forms = List.copyOf(forms);
  }

  /**
   * Reads a list of patterns.
   *
   * @throws IllegalArgumentException if one is none, or two can't be told apart; the message says
   *     why
   */
  public static DateForms of(List<String> patterns) {
    List<DateForm> forms = new ArrayList<>();
    for (String pattern : patterns) {
      DateForm form = DateForm.of(pattern);
      for (DateForm other : forms) {
        if (form.isConfusedWith(other)) {
          throw new IllegalArgumentException(
              "the forms "
                  + other
                  + " and "
                  + form
                  + " are ambiguous together: a text can be a date in both; keep one");
        }
      }
      forms.add(form);
    }
    return new DateForms(forms);
  }

  public boolean isEmpty() {
    return forms.isEmpty();
  }

  public List<String> patterns() {
    return forms.stream().map(DateForm::pattern).toList();
  }

  /**
   * The date as {@code YYYY-MM-DD}; null if the text is none in these forms. {@code YYYY-MM-DD}
   * itself is taken too, unless a form confuses day and month of it.
   */
  public @Nullable String parse(String text) {
    boolean iso = true;
    for (DateForm form : forms) {
      String date = form.parse(text);
      if (date != null) {
        return date;
      }
      iso &= !form.isConfusedWith(ISO);
    }
    return iso ? ISO.parse(text) : null;
  }

  /** The usual forms in which every text is a date; none for no texts. */
  public static List<String> fitting(Collection<String> texts) {
    if (texts.isEmpty()) {
      return List.of();
    }
    return USUAL.stream()
        .filter(form -> texts.stream().allMatch(text -> form.parse(text) != null))
        .map(DateForm::pattern)
        .toList();
  }

  /** The usual forms in which most texts are dates, and no fewer than in another form. */
  public static List<String> fittingMost(Collection<String> texts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    long most = 0;
    for (DateForm form : USUAL) {
      long count = texts.stream().filter(text -> form.parse(text) != null).count();
      counts.put(form.pattern(), count);
      most = Math.max(most, count);
    }
    long wanted = Math.max(most, texts.size() / 2 + 1);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= wanted)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * The likeliest of the usual forms in which a text is a date, and those that can't be told from
   * it by this text; none if it is a date in no form.
   */
  public static List<String> likely(String text) {
    List<DateForm> fitting = USUAL.stream().filter(form -> form.parse(text) != null).toList();
    return fitting.stream()
        .filter(form -> form.equals(fitting.get(0)) || form.isConfusedWith(fitting.get(0)))
        .map(DateForm::pattern)
        .toList();
  }

  /** {@code YYYY-MM-DD, dd/mm/yyyy or excel}, for messages. */
  public String words() {
    return forms.isEmpty()
        ? "YYYY-MM-DD"
        : forms.stream().map(DateForm::pattern).collect(Collectors.joining(" or "));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DateForms that && patterns().equals(that.patterns());
  }

  @Override
  public int hashCode() {
    return patterns().hashCode();
  }

  @Override
  public String toString() {
    return patterns().toString();
  }
}
