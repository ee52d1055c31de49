package dev.muster.app.store.jobs;

import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.sql.ByteReader;
import dev.muster.app.store.sql.ByteWriter;
import dev.muster.app.store.sql.Deflated;
import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.read.Position;
import dev.muster.report.Change;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the results of consecutive records. A common result takes a byte or two: values that
 * follow from the previous record (its index, the next line, the id of a new user) are omitted, and
 * each distinct text is written once. {@link ProblemCodec} encodes the problems. {@link Deflated}
 * compresses the bytes afterwards.
 */
final class ResultCodec {

  private static final int CHANGED = 4;
  private static final int WARNINGS = 8;

  /** The problems follow, as written by versions before {@link ProblemCodec}. */
  private static final int PROBLEMS = 16;

  private static final int EFFECTS = 32;
  private static final int CHANGES = 64;
  private static final int LINE = 128;

  /** The inserted object is not a user. */
  private static final int NO_USER = 256;

  /** The warnings have columns; without this flag, none is about a cell. */
  private static final int CELL_WARNINGS = 512;

  /** The user gets a mail. */
  private static final int INVITED = 1024;

  /** The warnings have codes, some of which may be empty. */
  private static final int WARNING_CODES = 2048;

  /** Outcomes are stored as indexes of this list. */
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.INSERTED, Outcome.UPDATED, Outcome.SKIPPED, Outcome.FAILED);

  private ResultCodec() {}

  /**
   * Encodes results.
   *
   * @param firstUserId the number reserved for the user that record 0 of the job creates
   */
  static byte[] encode(List<RecordResult> results, long firstUserId) {
    ByteWriter out = new ByteWriter();
    out.number(results.isEmpty() ? 0 : results.get(0).position().index());
    out.number(results.size());
    long line = 0;
    long user = 0;
    for (RecordResult result : results) {
      boolean newLine = result.position().line() != line + 1;
      out.number(flags(result, newLine));
      if (newLine) {
        out.signed(result.position().line() - line);
      }
      line = result.position().line();
      if (result.outcome() != Outcome.INSERTED && result.outcome() != Outcome.FAILED) {
        out.signed(result.userId() - user);
        user = result.userId();
      }
      notes(out, result);
    }
    return out.bytes();
  }

  private static void notes(ByteWriter out, RecordResult result) {
    if (!result.warnings().isEmpty()) {
      boolean ofCells = hasCellWarnings(result);
      out.number(result.warnings().size());
      for (Warning warning : result.warnings()) {
        out.text(warning.message());
        if (ofCells) {
          out.number(warning.column() + 1L);
        }
        if (hasWarningCodes(result)) {
          out.text(warning.code().orElse(""));
        }
      }
    }
    if (!result.effects().isEmpty()) {
      out.text(new String(result.effects().toByteArray(), StandardCharsets.ISO_8859_1));
    }
    if (!result.changes().isEmpty()) {
      out.number(result.changes().size());
      for (Change change : result.changes()) {
        out.text(change.attribute());
        out.text(json(change.before()));
        out.text(json(change.after()));
      }
    }
  }

  private static int flags(RecordResult result, boolean newLine) {
    return OUTCOMES.indexOf(result.outcome())
        | (result.changed() ? CHANGED : 0)
        | (result.warnings().isEmpty() ? 0 : WARNINGS)
        | (hasCellWarnings(result) ? CELL_WARNINGS : 0)
        | (hasWarningCodes(result) ? WARNING_CODES : 0)
        | (result.effects().isEmpty() ? 0 : EFFECTS)
        | (result.changes().isEmpty() ? 0 : CHANGES)
        | (newLine ? LINE : 0)
        | (result.outcome() == Outcome.INSERTED && result.userId() == 0 ? NO_USER : 0)
        | (result.invited() ? INVITED : 0);
  }

  private static boolean hasWarningCodes(RecordResult result) {
    for (Warning warning : result.warnings()) {
      if (warning.code().isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasCellWarnings(RecordResult result) {
    for (Warning warning : result.warnings()) {
      if (warning.isOfCell()) {
        return true;
      }
    }
    return false;
  }

  /** Decodes {@link #encode}'s result. */
  static List<RecordResult> decode(byte[] bytes, long firstUserId) {
    ByteReader in = new ByteReader(bytes);
    long index = in.number();
    int count = (int) in.number();
    List<RecordResult> results = new ArrayList<>(count);
    long line = 0;
    long user = 0;
    for (int i = 0; i < count; i++, index++) {
      int flags = (int) in.number();
      line += (flags & LINE) == 0 ? 1 : in.signed();
      Outcome outcome = OUTCOMES.get(flags & 3);
      long userId = 0;
      if (outcome == Outcome.INSERTED) {
        userId = (flags & NO_USER) == 0 ? firstUserId + index : 0;
      } else if (outcome != Outcome.FAILED) {
        user += in.signed();
        userId = user;
      }
      results.add(
          new RecordResult(
              new Position(index, line),
              outcome,
              (flags & CHANGED) != 0,
              userId,
              (flags & WARNINGS) == 0 ? List.of() : warnings(in, flags),
              (flags & PROBLEMS) == 0 ? List.of() : ProblemCodec.read(in),
              (flags & EFFECTS) == 0 ? new BitSet(0) : effects(in),
              (flags & CHANGES) == 0 ? List.of() : changes(in),
              (flags & INVITED) != 0));
    }
    return results;
  }

  private static List<Warning> warnings(ByteReader in, int flags) {
    List<Warning> warnings = new ArrayList<>();
    for (long n = in.number(); n > 0; n--) {
      String message = in.text();
      boolean ofCells = (flags & CELL_WARNINGS) != 0;
      int column = ofCells ? (int) in.number() - 1 : Problem.NO_COLUMN;
      String code = (flags & WARNING_CODES) != 0 ? in.text() : "";
      warnings.add(
          new Warning(message, column, Optional.of(code).filter(known -> !known.isEmpty())));
    }
    return warnings;
  }

  private static BitSet effects(ByteReader in) {
    return BitSet.valueOf(in.text().getBytes(StandardCharsets.ISO_8859_1));
  }

  private static List<Change> changes(ByteReader in) {
    List<Change> changes = new ArrayList<>();
    for (long n = in.number(); n > 0; n--) {
      changes.add(new Change(in.text(), optionalValue(in.text()), optionalValue(in.text())));
    }
    return changes;
  }

  private static String json(@Nullable Value value) {
    return value == null ? "" : JsonText.of(value);
  }

  private static @Nullable Value optionalValue(String json) {
    return json.isEmpty() ? null : StoredJson.parse(json);
  }
}
