package dev.muster.app.report;

import dev.muster.problem.Problem;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;

/** Why a record failed, on one line: {@code data-error, column 3: Enter a valid email address.} */
final class RejectReason {

  private RejectReason() {}

  static String of(RecordResult result) {
    List<String> reasons = new ArrayList<>();
    for (Problem problem : result.problems()) {
      String place =
          problem.isOfCell()
              ? ", column " + (problem.column() + 1)
              : problem.path() == null || problem.path().isEmpty() ? "" : ", " + problem.path();
      reasons.add(problem.code().wireName() + place + ": " + problem.message());
    }
    return Printable.of(String.join("; ", reasons));
  }
}
