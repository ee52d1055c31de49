package dev.muster.app.report;

import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
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
    results.withoutRecords().eachResult(Extent.PROBLEMS, digest::add);
    return digest;
  }

  /** Whether there was no problem. */
  public boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Whether some role does not exist; which one, only the input's records tell. */
  public boolean lacksRoles() {
    return groups.containsKey(ProblemCode.ROLE_NOT_FOUND);
  }

  /** Finds out which roles do not exist. */
  public void nameMissingRoles(Results withRecords) throws IOException {
    withRecords.eachShown(Extent.PROBLEMS, this::addMissingRoles);
  }

  private void addMissingRoles(Struct shown) {
    if (!(shown.get("cells") instanceof Value.Array cells)) {
      return;
    }
    for (Value cell : cells.items()) {
      if (cell instanceof Struct members
          && members.get("errors") instanceof Value.Array errors
          && errors.items().stream().anyMatch(ProblemDigest::isMissingRole)) {
        String role = members.text("value");
        missingRoles.add(role == null ? "" : role);
      }
    }
  }

  private static boolean isMissingRole(Value error) {
    return error instanceof Struct members
        && ProblemCode.ROLE_NOT_FOUND.wireName().equals(members.text("code"));
  }

  private void add(RecordResult result) {
    Set<ProblemCode> seen = EnumSet.noneOf(ProblemCode.class);
    for (Problem problem : result.problems()) {
      if (seen.add(problem.code())) {
        groups
            .computeIfAbsent(problem.code(), code -> new Group(code, problem))
            .add(result.position().line(), result.position().index());
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
