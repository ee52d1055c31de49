package dev.muster.app.document;

import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.problem.Problem;
import dev.muster.profile.csv.TableView;
import dev.muster.read.ReadResult;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names the places of problems in records: a table's columns, a document's members. */
public final class Places {

  /** Without an input, columns have only numbers. */
  public static final Places UNNAMED = new Places(Map.of());

  private final Map<String, String> columns;

  /**
   * Places in one input.
   *
   * @param columns names of columns by their 1-based numbers
   */
  private Places(Map<String, String> columns) {
    this.columns = Map.copyOf(columns);
  }

  /**
   * With the names that the columns of an import's input have.
   *
   * @param input is read where the job does not say
   */
  public static Places of(Job job, Optional<SurveyedInput> input) {
    List<String> header = job.input().header();
    if (header.isEmpty()) {
      return in(input);
    }
    Map<String, String> columns = new HashMap<>();
    List<String> names = new TableView(header).names();
    for (int place = 0; place < names.size(); place++) {
      columns.put(Integer.toString(place + 1), names.get(place));
    }
    return new Places(columns);
  }

  /** With the names that an input's columns have. */
  private static Places in(Optional<SurveyedInput> input) {
    if (input.isEmpty() || input.get().recordCount() == 0) {
      return UNNAMED;
    }
    try (RecordReader reader = input.get().open()) {
      ReadResult first = reader.next(1).parse().get(0);
      Struct shown =
          first.fold(
              source -> input.get().dialect().view().members(source, nothing(first)),
              unreadable -> Struct.EMPTY);
      return new Places(names(shown));
    } catch (IOException e) {
      return UNNAMED; // numbers will do
    }
  }

  private static RecordResult nothing(ReadResult record) {
    return new RecordResult(
        record.position(),
        Outcome.SKIPPED,
        false,
        0,
        List.of(),
        List.of(),
        new BitSet(0),
        List.of());
  }

  private static Map<String, String> names(Struct shown) {
    Map<String, String> names = new HashMap<>();
    if (shown.get("cells") instanceof Value.Array cells) {
      for (Value cell : cells.items()) {
        if (cell instanceof Struct members && members.get("column") instanceof Value.Num number) {
          String name = members.text("name");
          names.put(number.literal(), name == null ? "" : name);
        }
      }
    }
    return names;
  }

  /** {@code column 3 (email)} or {@code /address/country}; empty when it is about no one place. */
  public String of(Problem problem) {
    if (problem.isOfCell()) {
      String number = Integer.toString(problem.column() + 1);
      String name = columns.getOrDefault(number, "");
      return "column " + number + (name.isEmpty() ? "" : " (" + name + ")");
    }
    return problem.path() == null ? "" : problem.path();
  }
}
