package dev.muster.bench;

import static java.util.Objects.requireNonNull;

import dev.muster.app.format.SurveyedInput;
import dev.muster.prepare.Prepared;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Measures how many records per second one core reads and prepares, from bytes to candidates. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(Inputs.COUNT)
public class ReadingBenchmark {

  /** The format; JMH sets it. */
  @Param({"ndjson", "csv"})
  public String input = "";

  private @Nullable SurveyedInput surveyed;

  /** Surveys the input; not measured. */
  @Setup
  public void survey() throws Exception {
    surveyed = Inputs.of(input, true);
  }

  /** Reads all records of the input. */
  @Benchmark
  public List<Prepared> read() throws IOException {
    return Inputs.prepared(requireNonNull(surveyed));
  }
}
