package dev.muster.app.format.csv;

import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.csv.Column;
import dev.muster.profile.csv.Header;
import dev.muster.profile.csv.mapping.CellSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses a table whose mapping has a constant about password hashes with which every row that has
 * a hash would fail.
 */
final class ConstantSurvey {

  private ConstantSurvey() {}

  /** Checks the constants of a header. */
  static void check(Header header, HashParts.Reader hashes) throws InputRefused {
    Map<HashPart, String> constants = new EnumMap<>(HashPart.class);
    Set<HashPart> columns = EnumSet.noneOf(HashPart.class);
    for (Column column : header.columns()) {
      Optional<HashPart> part = column.kind().hashPart();
      if (part.isPresent()) {
        Optional<String> text = constant(header, column);
        text.filter(each -> !each.isEmpty()).ifPresent(each -> constants.put(part.get(), each));
        if (text.isEmpty()) {
          columns.add(part.get());
        }
      }
    }
    boolean hasHashes = constants.containsKey(HashPart.HASH) || columns.contains(HashPart.HASH);
    if (hasHashes && !constants.isEmpty()) {
      Optional<HashParts.Reading.Refused> fault = hashes.fault(new HashParts(constants), columns);
      if (fault.isPresent()) {
        throw new InputRefused(InputProblem.of(ProblemCode.INVALID_MAPPING, message(fault.get())));
      }
    }
  }

  /** The text of a column that all rows share; empty if each has its own. */
  private static Optional<String> constant(Header header, Column column) {
    return header.isMapped()
            && header.sources().get(column.place()) instanceof CellSource.Constant constant
        ? Optional.of(constant.text())
        : Optional.empty();
  }

  private static String message(HashParts.Reading.Refused fault) {
    return "The mapping has a constant "
        + fault.part().columnName()
        + " with which every row that has a hash would fail. "
        + fault.message()
        + " Correct "
        + fault.part().columnName()
        + " below constants: in the mapping.";
  }
}
