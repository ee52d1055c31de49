package dev.muster.bench;

import static java.util.Objects.requireNonNull;

import dev.muster.ChunkImport;
import dev.muster.app.format.SurveyedInput;
import dev.muster.decide.Decider;
import dev.muster.match.Matcher;
import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Prepared;
import dev.muster.report.RecordResult;
import dev.muster.report.Tally;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Measures how many prepared records per second one core matches, decides and applies, a chunk at a
 * time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Inputs.COUNT)
public class DecidingBenchmark {

  private final HashDirectory full = new HashDirectory();
  private @Nullable ChunkImport engine;
  private List<Prepared> records = List.of();

  /**
   * Prepares the records and a full directory, and checks that the imports have the expected
   * results.
   */
  @Setup
  public void prepare() throws Exception {
    SurveyedInput input = Inputs.of("ndjson", true);
    Decider decider = new Decider(input.dialect().policy(), Inputs.REALM, Instant.EPOCH);
    engine = new ChunkImport(new Matcher(Inputs.REALM.number()), decider, 1, false);
    records = Inputs.prepared(input);
    Tally first = Tally.of(importInto(full));
    Tally second = Tally.of(importInto(full));
    if (first.inserted() != Inputs.COUNT
        || second.updated() != Inputs.COUNT
        || second.changed() != 0) {
      throw new IllegalStateException(first + ", then " + second);
    }
  }

  /** Imports into an empty directory. */
  @Benchmark
  public List<RecordResult> insert() {
    return importInto(new HashDirectory());
  }

  /** Imports into a directory that has the same users already. */
  @Benchmark
  public List<RecordResult> unchanged() {
    return importInto(full);
  }

  private List<RecordResult> importInto(HashDirectory directory) {
    return requireNonNull(engine).run(records, directory, RepeatLedger.none());
  }
}
