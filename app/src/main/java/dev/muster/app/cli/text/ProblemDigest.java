package dev.muster.app.cli.text;

import dev.muster.app.document.Cause;
import dev.muster.app.document.DetailLevel;
import dev.muster.app.document.Results;
import dev.muster.app.document.UnknownKeys;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Warning;
import dev.muster.read.Position;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Summarises the problems and warnings of an import: by code, with the first places and messages of
 * each. Only warnings of the first records are included.
 */
public final class ProblemDigest {

  /** The number of records whose warnings are included. */
  static final long WARNED_RECORDS_MAX = 100_000;

  private static final int WARNINGS_MAX = 10;

  private final Map<ProblemCode, Group> problems = new EnumMap<>(ProblemCode.class);
  private final Map<Warning, Occurrences> warnings = new LinkedHashMap<>();
  private final DateHints dates = new DateHints();
  private final Set<String> missingRoles = new TreeSet<>();

  private ProblemDigest() {}

  /** Reads the problems and warnings of an import, and the records if they are needed. */
  public static ProblemDigest of(Results results) throws IOException {
    ProblemDigest digest = new ProblemDigest();
    results.eachProblematic(digest::addProblems);
    results.eachOfFirst(WARNED_RECORDS_MAX, digest::addWarnings);
    if (digest.problems.containsKey(ProblemCode.ROLE_NOT_FOUND)) {
      results.eachShown(DetailLevel.PROBLEMS, digest::addMissingRoles);
    }
    return digest;
  }

  private void addProblems(RecordResult result) {
    Set<ProblemCode> seen = EnumSet.noneOf(ProblemCode.class);
    for (Problem problem : result.problems()) {
      Group group = problems.computeIfAbsent(problem.code(), code -> new Group());
      if (seen.add(problem.code())) {
        group.records.add(result.position());
      }
      group.add(problem, result.position());
      dates.add(problem);
    }
  }

  private void addWarnings(RecordResult result) {
    for (Warning warning : result.warnings()) {
      Occurrences known = warnings.get(warning);
      if (known == null && warnings.size() < WARNINGS_MAX) {
        known = new Occurrences();
        warnings.put(warning, known);
      }
      if (known != null) {
        known.add(result.position());
      }
    }
  }

  /** Adds the names of unknown roles, which only a row's cells contain. */
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

  /** The problems by code, in the codes' order. */
  Map<ProblemCode, Group> problems() {
    return problems;
  }

  /** The first warnings, by message. */
  Map<Warning, Occurrences> warnings() {
    return warnings;
  }

  /** How dates that failed are written. */
  DateHints dates() {
    return dates;
  }

  /** The names of missing roles, sorted. */
  List<String> missingRoles() {
    return List.copyOf(missingRoles);
  }

  /** The records that have problems of one code, with the first few different complaints. */
  static final class Group {

    private static final int COMPLAINTS_MAX = 3;

    private final Occurrences records = new Occurrences();
    private final Map<String, Complaint> complaints = new LinkedHashMap<>();
    private boolean more;

    private void add(Problem problem, Position position) {
      String said = problem.path() + "\n" + problem.column() + "\n" + Cause.messageWith(problem);
      Complaint complaint = complaints.get(said);
      if (complaint == null && complaints.size() < COMPLAINTS_MAX) {
        complaint = new Complaint(problem, new Occurrences(), new UnknownKeys());
        complaints.put(said, complaint);
      }
      if (complaint == null) {
        more = true;
      } else {
        complaint.records.add(position);
        complaint.unknownKeys.add(problem);
      }
    }

    Occurrences records() {
      return records;
    }

    /** The complaints, in the order of their first records. */
    List<Complaint> complaints() {
      return List.copyOf(complaints.values());
    }

    /** Whether there are further complaints. */
    boolean hasMore() {
      return more;
    }
  }

  /**
   * The records that have the same problem at the same place.
   *
   * @param first the problem of the first record
   * @param records the records
   * @param unknownKeys the unknown keys in all of them
   */
  record Complaint(Problem first, Occurrences records, UnknownKeys unknownKeys) {}
}
