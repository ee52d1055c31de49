package dev.muster.app.document;

import dev.muster.app.job.Job;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.store.UserIds;
import dev.muster.app.store.Users;
import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.report.Change;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The result of one record as a JSON object. */
public final class DetailDocument {

  private final Job job;
  private final UserIds ids;
  private final UserLogins logins;

  /** Documents that name no users. */
  public DetailDocument(Job job, UserIds ids) {
    this(job, ids, UserLogins.NONE);
  }

  /** Documents that can name all users by their logins. */
  public DetailDocument(Job job, Users users) {
    this(job, users.ids(), UserLogins.of(users, user -> true));
  }

  /** Documents that can name some users by their logins. */
  public DetailDocument(Job job, UserIds ids, UserLogins logins) {
    this.job = job;
    this.ids = ids;
    this.logins = logins;
  }

  /** The logins of users. */
  UserLogins logins() {
    return logins;
  }

  /**
   * The document of one result.
   *
   * @param shown the dialect's members for the record; null if the record is unavailable
   */
  public Struct of(RecordResult result, @Nullable Struct shown) {
    Struct.Builder out = new Struct.Builder();
    out.append("index", Value.of(result.position().index()));
    if (result.position().line() > 0) {
      out.append("line", Value.of(result.position().line()));
    }
    boolean cellsShown = shown != null && shown.has("cells");
    Value source = shown == null ? null : shown.get("record");
    if (source != null) {
      out.append("record", source);
    }
    out.append("outcome", Value.of(result.outcome().wireName()));
    userNumber(job, result).ifPresent(number -> out.append("user_id", Value.of(ids.show(number))));
    append(out, "warnings", warnings(result, !cellsShown));
    append(out, "errors", errors(result, !cellsShown));
    if (shown != null) {
      for (int i = 0; i < shown.size(); i++) {
        if (!shown.nameAt(i).equals("record")) {
          out.put(shown.nameAt(i), shown.valueAt(i));
        }
      }
    }
    append(out, "changes", changes(result));
    return out.build();
  }

  /** The document of a user who is missing from the input. */
  Struct of(MissingUser user) {
    Struct.Builder out = new Struct.Builder();
    out.append("outcome", Value.of(ReportFile.MISSING));
    Struct members = MissingDocument.user(user, ids).build();
    for (int i = 0; i < members.size(); i++) {
      out.append(members.nameAt(i), members.valueAt(i));
    }
    return out.build();
  }

  /**
   * The number of the record's user; empty if there is none, or if only a dry run has created it.
   */
  public static OptionalLong userNumber(Job job, RecordResult result) {
    boolean imagined = job.options().dryRun() && result.userId() >= job.firstUser();
    return result.userId() == 0 || imagined
        ? OptionalLong.empty()
        : OptionalLong.of(result.userId());
  }

  private static void append(Struct.Builder out, String name, List<Value> items) {
    if (!items.isEmpty()) {
      out.append(name, new Value.Array(items));
    }
  }

  /**
   * The warnings of a record. Those of cells are left out if cells are shown, which then have their
   * own.
   */
  private static List<Value> warnings(RecordResult result, boolean withCells) {
    List<Value> warnings = new ArrayList<>(result.warnings().size());
    for (Warning warning : result.warnings()) {
      if (withCells || !warning.isOfCell()) {
        warnings.add(warning(warning));
      }
    }
    return warnings;
  }

  private static Struct warning(Warning warning) {
    Struct.Builder members = new Struct.Builder();
    members.append("message", Value.of(warning.message()));
    warning.code().ifPresent(code -> members.append("code", Value.of(code)));
    if (warning.isOfCell()) {
      members.append("column", Value.of(warning.column() + 1));
    }
    return members.build();
  }

  /**
   * The problems of a record. Those of cells are left out if cells are shown, which then have their
   * own.
   */
  private static List<Value> errors(RecordResult result, boolean withCells) {
    List<Value> errors = new ArrayList<>(result.problems().size());
    for (Problem problem : result.problems()) {
      if (withCells || !problem.isOfCell()) {
        errors.add(error(problem));
      }
    }
    return errors;
  }

  private static Struct error(Problem problem) {
    Struct.Builder error = new Struct.Builder();
    error.append("code", Value.of(problem.code().wireName()));
    error.append("message", Value.of(problem.message()));
    if (problem.path() != null) {
      error.append("path", Value.of(problem.path()));
    }
    String cause = Cause.of(problem);
    if (cause != null) {
      error.append("cause", Value.of(cause));
    }
    if (problem.isOfCell()) {
      error.append("column", Value.of(problem.column() + 1));
    }
    return error.build();
  }

  private static List<Value> changes(RecordResult result) {
    List<Value> changes = new ArrayList<>(result.changes().size());
    for (Change change : result.changes()) {
      Struct.Builder one = new Struct.Builder();
      one.append("attribute", Value.of(change.attribute()));
      if (change.before() != null) {
        one.append("before", change.before());
      }
      if (change.after() != null) {
        one.append("after", change.after());
      }
      changes.add(one.build());
    }
    return changes;
  }
}
