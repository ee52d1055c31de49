package dev.muster.app.store.jobs;

import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.sql.ByteReader;
import dev.muster.app.store.sql.ByteWriter;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Encodes the problems of a chunk's records: for each record that has problems, its position in the
 * chunk and the problems. They are stored separately from the results, so that they can be searched
 * alone.
 */
final class ProblemCodec {

  private ProblemCodec() {}

  /** Encodes the problems of a chunk. */
  static byte[] encode(List<RecordResult> results) {
    ByteWriter out = new ByteWriter();
    int last = 0;
    for (int place = 0; place < results.size(); place++) {
      List<Problem> problems = results.get(place).problems();
      if (!problems.isEmpty()) {
        out.number((long) place - last);
        last = place;
        out.number(problems.size());
        problems.forEach(problem -> write(out, problem));
      }
    }
    return out.bytes();
  }

  /** Decodes {@link #encode}'s result: problems by their record's position in the chunk, from 0. */
  static Map<Integer, List<Problem>> decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    Map<Integer, List<Problem>> byPlace = new TreeMap<>();
    int place = 0;
    while (!in.atEnd()) {
      place += (int) in.number();
      byPlace.put(place, read(in));
    }
    return byPlace;
  }

  private static void write(ByteWriter out, Problem problem) {
    out.text(problem.code().name());
    out.text(problem.message());
    out.text(problem.path() == null ? "" : "=" + problem.path());
    out.number(problem.column() + 1L);
    out.text(problem.kind() == null ? "" : "=" + problem.kind());
    out.text(problem.details().isEmpty() ? "" : JsonText.of(problem.details()));
  }

  /** Reads a count, and as many problems. */
  static List<Problem> read(ByteReader in) {
    int count = (int) in.number();
    List<Problem> problems = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ProblemCode code = ProblemCode.valueOf(in.text());
      String message = in.text();
      String path = optional(in.text());
      int column = (int) in.number() - 1;
      String kind = optional(in.text());
      String details = in.text();
      problems.add(
          new Problem(
              code,
              message,
              path,
              column,
              kind,
              details.isEmpty() ? Struct.EMPTY : (Struct) StoredJson.parse(details)));
    }
    return problems;
  }

  private static @Nullable String optional(String text) {
    return text.isEmpty() ? null : text.substring(1);
  }
}
