package dev.muster.app.cli.text;

import dev.muster.app.document.Cause;
import dev.muster.app.document.DetailLevel;
import dev.muster.app.document.Results;
import dev.muster.app.document.UnknownKeys;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.SecretText;
import dev.muster.problem.Warning;
import dev.muster.read.Position;
import dev.muster.report.RecordResult;
import dev.muster.user.RoleReference;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Summarises the problems and warnings of an import: by code, place and kind of message. Only
 * warnings of the first records are included.
 */
public final class ProblemDigest {

  /** The number of records whose warnings are included. */
  static final long WARNED_RECORDS_MAX = 100_000;

  private static final int WARNINGS_MAX = 10;
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final Map<ProblemCode, Group> problems = new EnumMap<>(ProblemCode.class);
  private final Map<Warning, Occurrences> warnings = new LinkedHashMap<>();
  private final Map<String, Integer> kindsOfWarnings = new HashMap<>();
  private long moreWarnings;
  private final DateHints dates = new DateHints();
  private boolean someRolesUnnamed;
  private final Set<RoleReference> missingRoles = new TreeSet<>(RoleReference.BY_TEXT);
  private final ExampleValues examples;
  private RecordLines lines = RecordLines.SAME;

  private ProblemDigest(ExampleValues examples) {
    this.examples = examples;
  }

  /** Reads the problems and warnings of an import, and the records if they are needed. */
  public static ProblemDigest of(Results results, ExampleValues examples) throws IOException {
    ProblemDigest digest = new ProblemDigest(examples);
    results.eachProblematic(digest::addProblems);
    results.eachOfFirst(WARNED_RECORDS_MAX, digest::addWarnings);
    if (digest.someRolesUnnamed) {
      results.eachShown(DetailLevel.PROBLEMS, digest::addMissingRoles);
    }
    digest.lines = RecordLines.of(results, digest.rows());
    return digest;
  }

  /** The lines of all positions that a summary shows. */
  private SortedSet<Long> rows() {
    List<Occurrences> shown = new ArrayList<>(warnings.values());
    for (Group group : problems.values()) {
      shown.add(group.records);
      group.complaints().forEach(complaint -> shown.add(complaint.records()));
    }
    SortedSet<Long> rows = new TreeSet<>();
    shown.forEach(records -> records.places().forEach(place -> rows.add(place.line())));
    return rows;
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
      if (problem.code() == ProblemCode.ROLE_NOT_FOUND) {
        addMissingRole(problem);
      }
    }
  }

  private void addWarnings(RecordResult result) {
    for (Warning warning : result.warnings()) {
      Occurrences known = warnings.get(warning);
      if (known == null && isAmongTheFirst(warning)) {
        known = new Occurrences();
        warnings.put(warning, known);
      }
      if (known == null) {
        moreWarnings++;
      } else {
        known.add(result.position());
      }
    }
  }

  /** Whether a warning is among the first of those that differ only in their values. */
  private boolean isAmongTheFirst(Warning warning) {
    String kind = warning.column() + "\n" + shape(warning.message());
    return kindsOfWarnings.merge(kind, 1, Integer::sum) <= WARNINGS_MAX;
  }

  /** A message without its values, so that messages that differ only in these are alike. */
  private static String shape(String message) {
    return NUMBER.matcher(QUOTED.matcher(message).replaceAll("\"\"")).replaceAll("0");
  }

  private void addMissingRole(Problem problem) {
    Optional<RoleReference> role = RoleReference.of(problem.details());
    role.ifPresent(missingRoles::add);
    someRolesUnnamed |= role.isEmpty();
  }

  /** Adds the names of unknown roles of earlier versions' results, which only cells contain. */
  private void addMissingRoles(Struct shown) {
    if (!(shown.get("cells") instanceof Value.Array cells)) {
      return;
    }
    for (Value cell : cells.items()) {
      if (cell instanceof Struct members
          && members.get("errors") instanceof Value.Array errors
          && errors.items().stream().anyMatch(ProblemDigest::isMissingRole)) {
        String role = members.text("value");
        boolean byName = "_role_name".equals(members.text("name"));
        if (role != null && !SecretText.isHash(role)) {
          missingRoles.add(new RoleReference(role, byName));
        }
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

  /** The number of warnings that are not among {@link #warnings}. */
  long moreWarnings() {
    return moreWarnings;
  }

  /** The physical lines of the records. */
  RecordLines lines() {
    return lines;
  }

  /** How dates that failed are written. */
  DateHints dates() {
    return dates;
  }

  /** The missing roles, sorted. */
  List<RoleReference> missingRoles() {
    return List.copyOf(missingRoles);
  }

  /** The value that caused the first problem of a complaint; empty if it can't be shown. */
  Optional<String> example(Complaint complaint) {
    return examples.of(complaint.first(), complaint.position());
  }

  /** The records that have problems of one code, grouped by place and by kind of message. */
  static final class Group {

    private static final int COMPLAINTS_MAX = 5;

    private final Occurrences records = new Occurrences();
    private final Map<String, Complaint> complaints = new LinkedHashMap<>();
    private long more;

    private void add(Problem problem, Position position) {
      String kind =
          problem.path() + "\n" + problem.column() + "\n" + shape(Cause.messageWith(problem));
      Complaint complaint = complaints.get(kind);
      if (complaint == null && complaints.size() < COMPLAINTS_MAX) {
        complaint = new Complaint(problem, position);
        complaints.put(kind, complaint);
      }
      if (complaint == null) {
        more++;
      } else {
        complaint.add(problem, position);
      }
    }

    Occurrences records() {
      return records;
    }

    /** The complaints, in the order of their first records. */
    List<Complaint> complaints() {
      return List.copyOf(complaints.values());
    }

    /** The number of problems that are not among the complaints. */
    long more() {
      return more;
    }

    /** Whether the summary can't name all records. */
    boolean isCutOff() {
      return more > 0 || records.more() > 0;
    }
  }

  /** The records that have the same kind of problem at the same place. */
  static final class Complaint {

    private final Problem first;
    private final Position position;
    private final AlikeMessages messages;
    private final Occurrences records = new Occurrences();
    private final UnknownKeys unknownKeys = new UnknownKeys();

    private Complaint(Problem first, Position position) {
      this.first = first;
      this.position = position;
      this.messages = new AlikeMessages(Cause.messageWith(first));
    }

    private void add(Problem problem, Position place) {
      records.add(place);
      unknownKeys.add(problem);
      messages.add(Cause.messageWith(problem));
    }

    /** The problem of the first record. */
    Problem first() {
      return first;
    }

    /** The first record. */
    Position position() {
      return position;
    }

    Occurrences records() {
      return records;
    }

    /** The message about all records. */
    String message() {
      return messages.toString();
    }

    /** The unknown keys in all records. */
    UnknownKeys unknownKeys() {
      return unknownKeys;
    }
  }
}
