package dev.muster.app.hash.search;

import dev.muster.password.HashPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How hash and salt are taken out of one text.
 *
 * @param steps none if they were given apart
 */
public record Cut(List<CutStep> steps) {

  static final Cut NONE = new Cut(List.of());

  public Cut {
    steps = List.copyOf(steps);
  }

  Cut then(CutStep step) {
    List<CutStep> more = new ArrayList<>(steps);
    more.add(step);
    return new Cut(more);
  }

  /** The hash and salt after all steps; empty if a text has another form. */
  Optional<Cells> apply(Cells cells) {
    Optional<Cells> result = Optional.of(cells);
    for (CutStep step : steps) {
      result = result.flatMap(step::apply);
    }
    return result;
  }

  /** What a mapping can't do, as an instruction; empty if it can do everything. */
  public String byHand() {
    return steps.stream()
        .filter(step -> !(step instanceof Division))
        .map(CutStep::words)
        .collect(Collectors.joining("; "));
  }

  /** All steps as an instruction; empty if there is none. */
  public String words() {
    return steps.stream().map(CutStep::words).collect(Collectors.joining("; "));
  }

  /**
   * How a mapping divides the text into columns; empty if no step divides it.
   *
   * @param numbers the columns of parts that are numbers, by the part's 0-based number
   * @param saltColumn takes the part that is the salt; empty if the recipe has none
   */
  public Optional<Split> split(Map<Integer, HashPart> numbers, Optional<HashPart> saltColumn) {
    return division().map(division -> split(division, numbers, saltColumn));
  }

  private static Split split(
      Division division, Map<Integer, HashPart> numbers, Optional<HashPart> saltColumn) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < division.count(); i++) {
      Optional<HashPart> part = Optional.ofNullable(numbers.get(i));
      if (i == division.hashAt()) {
        part = Optional.of(HashPart.HASH);
      } else if (i == division.saltAt()) {
        part = saltColumn;
      }
      columns.add(part.map(HashPart::columnName).orElse(Split.IGNORED));
    }
    return new Split(division.separator(), division.fromEnd(), columns);
  }

  /**
   * How a mapping divides the text.
   *
   * @param to the columns that the parts become
   */
  public record Split(String separator, boolean fromEnd, List<String> to) {

    /** Stands for a part that no column takes. */
    static final String IGNORED = "-";

    public Split {
      to = List.copyOf(to);
    }
  }

  Optional<Division> division() {
    return steps.stream().filter(Division.class::isInstance).map(Division.class::cast).findFirst();
  }
}
