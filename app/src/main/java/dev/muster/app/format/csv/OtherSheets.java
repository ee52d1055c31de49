package dev.muster.app.format.csv;

import dev.muster.app.format.ImportOptions;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.mapping.Mapping;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the other sheets of a workbook if the header of its first one is refused. */
final class OtherSheets {

  private static final int SHEETS_MAX = 10;

  private static final Set<ProblemCode> OF_HEADERS =
      EnumSet.range(ProblemCode.UNKNOWN_CSV_DIALECT, ProblemCode.INVALID_ROLE_COLUMN);

  private OtherSheets() {}

  /**
   * The refusal with the names of the sheets, if there are several.
   *
   * @param first the sheet that was read, because none was named
   */
  static InputRefused added(
      InputRefused refusal, SheetTable first, ImportOptions options, TableOptions table)
      throws IOException {
    InputProblem problem = refusal.problems().get(0);
    if (!OF_HEADERS.contains(problem.code())) {
      return refusal;
    }
    List<String> names = first.sheets();
    List<String> others = names.stream().filter(name -> !name.equals(first.sheet())).toList();
    if (others.isEmpty()) {
      return refusal;
    }
    List<String> fitting = new ArrayList<>();
    for (String name : others.subList(0, Math.min(SHEETS_MAX, others.size()))) {
      if (hasHeader(first.other(name), options, table)) {
        fitting.add(name);
      }
    }
    List<InputProblem> problems = new ArrayList<>(refusal.problems());
    problems.set(
        0,
        new InputProblem(
            problem.code(),
            problem.message() + ' ' + advice(names, first.sheet(), others, fitting),
            problem.line(),
            problem.column(),
            problem.byteOffset()));
    return new InputRefused(problems);
  }

  private static String advice(
      List<String> names, String read, List<String> others, List<String> fitting) {
    String all =
        names.stream().limit(SHEETS_MAX).map(ShownText::quoted).collect(Collectors.joining(", "))
            + (names.size() > SHEETS_MAX ? " and others" : "");
    String named = fitting.isEmpty() ? others.get(0) : fitting.get(0);
    return "The workbook has the sheets "
        + all
        + ", and "
        + ShownText.quoted(read)
        + " was read: for another one use --sheet, as in --sheet "
        + ShownText.quoted(named)
        + (fitting.isEmpty() ? "." : ", which has a header.");
  }

  private static boolean hasHeader(SheetTable sheet, ImportOptions options, TableOptions table)
      throws IOException {
    try {
      List<String> cells = new CsvSurvey(sheet, options, table).sample(0).header();
      return !Header.parse(
              HeaderCells.withoutTrailingBlanks(cells),
              Mapping.stored(options.formatOptions()),
              options.realm(),
              options.attributes())
          .columns()
          .isEmpty();
    } catch (InputRefused e) {
      return false;
    }
  }
}
