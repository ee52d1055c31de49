package dev.muster.app.report;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.RecordResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The problems of an import in a nutshell: by code, with the first places and one message each. */
public final class ProblemDigest {

  private static final int PLACES_MAX = 5;

  private final Map<ProblemCode, Group> groups = new EnumMap<>(ProblemCode.class);
  private final Set<String> missingRoles = new TreeSet<>();

  private ProblemDigest() {}

  /** Reads all problems of an import. */
  public static ProblemDigest of(Results results) throws IOException {
    ProblemDigest digest = new ProblemDigest();
    var loss =
        results.withoutRecords().each(Extent.PROBLEMS, (result, shown) -> digest.add(result));
    if (loss.isPresent()) {
      throw new IllegalStateException("records were asked for");
    }
    return digest;
  }

  private void add(RecordResult result) {
    Set<ProblemCode> seen = EnumSet.noneOf(ProblemCode.class);
    for (Problem problem : result.problems()) {
      if (seen.add(problem.code())) {
        groups
            .computeIfAbsent(problem.code(), code -> new Group(code, problem))
            .add(result.position().line(), result.position().index());
      }
      String role = problem.details().text("role");
      if (problem.code() == ProblemCode.ROLE_NOT_FOUND && role != null) {
        missingRoles.add(role);
      }
    }
  }

  /** By the precedence of their codes. */
  Collection<Group> groups() {
    return groups.values();
  }

  /** Sorted. */
  List<String> missingRoles() {
    return List.copyOf(missingRoles);
  }

  /** The records that have one problem. */
  static final class Group {

    private final ProblemCode code;
    private final Problem first;
    private final List<String> places = new ArrayList<>(PLACES_MAX);
    private boolean byLine;
    private long records;

    private Group(ProblemCode code, Problem first) {
      this.code = code;
      this.first = first;
    }

    private void add(long line, long index) {
      records++;
      byLine = line > 0;
      if (places.size() < PLACES_MAX) {
        places.add(Long.toString(byLine ? line : index + 1));
      }
    }

    ProblemCode code() {
      return code;
    }

    Problem first() {
      return first;
    }

    long records() {
      return records;
    }

    /** {@code lines 4, 9 and 12}; the first ones only, where there are many. */
    String where() {
      String noun = (byLine ? "line" : "record") + (records == 1 ? " " : "s ");
      long more = records - places.size();
      return noun
          + (more == 0
              ? Figures.list(places)
              : String.join(", ", places) + " and " + Figures.grouped(more) + " more");
    }
  }
}
