package dev.muster.app.store.jobs;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobChunk;
import dev.muster.app.store.sql.ByteReader;
import dev.muster.app.store.sql.ByteWriter;
import dev.muster.app.store.sql.Deflated;
import dev.muster.problem.Problem;
import dev.muster.report.RecordResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code job_chunks}; its compressed columns are unpacked on demand.
 *
 * @param packedProblems null if there are none, or if an older version stored them among the
 *     results
 * @param packedRejects null if there are none
 * @param packedSources null if the import does not keep all its records
 */
@SuppressWarnings("ArrayRecordComponent") // unpacked once, and never compared
public record StoredChunk(
    int number,
    OptionalLong inputOffset,
    byte[] packedResults,
    byte @Nullable [] packedProblems,
    byte @Nullable [] packedRejects,
    byte @Nullable [] packedSources) {

  /** A chunk of an import that keeps only failed records. */
  public StoredChunk(
      int number,
      OptionalLong inputOffset,
      byte[] packedResults,
      byte @Nullable [] packedProblems,
      byte @Nullable [] packedRejects) {
    this(number, inputOffset, packedResults, packedProblems, packedRejects, null);
  }

  /** The columns that {@link #read} expects. */
  public static final String COLUMNS = "number, input_offset, results, problems, rejects, sources";

  /** These columns, for readers whom the failed records are enough. */
  static final String COLUMNS_WITHOUT_SOURCES =
      "number, input_offset, results, problems, rejects, NULL";

  /** The number of {@link #COLUMNS}. */
  static final int COLUMN_COUNT = 6;

  public static StoredChunk read(ResultSet row) throws SQLException {
    long offset = row.getLong(2);
    return new StoredChunk(
        row.getInt(1),
        row.wasNull() ? OptionalLong.empty() : OptionalLong.of(offset),
        row.getBytes(3),
        row.getBytes(4),
        row.getBytes(5),
        row.getBytes(6));
  }

  /** The compressed column of results. */
  public static byte[] results(List<RecordResult> results, long firstUser) {
    return Deflated.pack(ResultCodec.encode(results, firstUser));
  }

  /** The compressed column of problems. */
  static byte[] problems(List<RecordResult> results) {
    return Deflated.pack(ProblemCodec.encode(results));
  }

  /** A compressed column of records. */
  static byte @Nullable [] records(List<byte[]> records) {
    if (records.isEmpty()) {
      return null;
    }
    ByteWriter out = new ByteWriter();
    records.forEach(out::data);
    return Deflated.pack(out.bytes());
  }

  JobChunk chunk(Job job) {
    return new JobChunk(number, results(job.firstUser()), rejects(), sources(), inputOffset);
  }

  public List<RecordResult> results(long firstUser) {
    List<RecordResult> decoded = ResultCodec.decode(Deflated.unpack(packedResults), firstUser);
    problemsByPlace().forEach((place, own) -> decoded.set(place, with(decoded.get(place), own)));
    return decoded;
  }

  /**
   * Problems by their record's position in the chunk, from 0; none if they are stored among the
   * results.
   */
  Map<Integer, List<Problem>> problemsByPlace() {
    return packedProblems == null ? Map.of() : ProblemCodec.decode(Deflated.unpack(packedProblems));
  }

  List<byte[]> rejects() {
    return records(packedRejects);
  }

  /** All records of the chunk as their source had them; none if they are not kept. */
  List<byte[]> sources() {
    return records(packedSources);
  }

  private static List<byte[]> records(byte @Nullable [] packed) {
    if (packed == null) {
      return List.of();
    }
    ByteReader in = new ByteReader(Deflated.unpack(packed));
    List<byte[]> sources = new ArrayList<>();
    while (!in.atEnd()) {
      sources.add(in.data());
    }
    return sources;
  }

  private static RecordResult with(RecordResult result, List<Problem> problems) {
    return new RecordResult(
        result.position(),
        result.outcome(),
        result.changed(),
        result.userId(),
        result.warnings(),
        problems,
        result.effects(),
        result.changes(),
        result.invited());
  }
}
