package dev.muster.app.document;

import dev.muster.problem.Problem;
import dev.muster.report.RecordResult;
import java.util.ArrayList;
import java.util.List;

/**
 * Describes on one line why a record failed: {@code data-error, column 3 (email): Enter a valid
 * email address.}
 */
final class RejectReason {

  private RejectReason() {}

  static String of(RecordResult result, Places places) {
    List<String> reasons = new ArrayList<>();
    for (Problem problem : result.problems()) {
      String place = places.of(problem);
      reasons.add(
          problem.code().wireName()
              + (place.isEmpty() ? "" : ", " + place)
              + ": "
              + Cause.messageWith(problem)
              + UnknownKeys.of(problem));
    }
    return Printable.of(String.join("; ", reasons));
  }
}
