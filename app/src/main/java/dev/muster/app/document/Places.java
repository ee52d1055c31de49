package dev.muster.app.document;

import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.problem.Problem;
import dev.muster.problem.ShownText;
import dev.muster.problem.Warning;
import dev.muster.profile.csv.TableView;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.read.ReadResult;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Describes the places of problems in records: columns of a table, members of an object. */
public final class Places {

  /** Describes columns by their numbers only, for use without an input. */
  public static final Places UNNAMED = new Places(Map.of());

  private static final int NAME_LENGTH = 80;

  private final Map<String, String> columns;

  /**
   * Describes places in one input.
   *
   * @param columns names of columns by their 1-based numbers
   */
  private Places(Map<String, String> columns) {
    this.columns = Map.copyOf(columns);
  }

  /**
   * Uses the column names of an import's input.
   *
   * @param input read if the job has no header
   */
  public static Places of(Job job, Optional<SurveyedInput> input) {
    List<String> header = job.input().header();
    if (header.isEmpty()) {
      return in(input);
    }
    Map<String, String> columns = new HashMap<>();
    List<String> names =
        new TableView(header, Mapping.stored(job.options().formatOptions())).names();
    for (int place = 0; place < names.size(); place++) {
      columns.put(Integer.toString(place + 1), names.get(place));
    }
    return new Places(columns);
  }

  /** Uses the column names of an input. */
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
      return UNNAMED; // falls back to numbers
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

  /**
   * {@code column 3 (email)} or {@code /address/country}; empty if the problem concerns the whole
   * record.
   */
  public String of(Problem problem) {
    if (problem.isOfCell()) {
      return column(problem.column());
    }
    return problem.path() == null ? "" : shown(problem.path());
  }

  /** A path whose names are cut. */
  private static String shown(String path) {
    return path.length() <= NAME_LENGTH
        ? path
        : Arrays.stream(path.split("/", -1)).map(ShownText::cut).collect(Collectors.joining("/"));
  }

  /** The warning's message, after the column if it is about a cell. */
  public String message(Warning warning) {
    return warning.isOfCell()
        ? column(warning.column()) + ": " + warning.message()
        : warning.message();
  }

  private String column(int index) {
    String number = Integer.toString(index + 1);
    String name = columns.getOrDefault(number, "");
    return "column " + number + (name.isEmpty() ? "" : " (" + ShownText.cut(name) + ")");
  }
}
