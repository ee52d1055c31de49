package dev.muster.app.job.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.app.document.DetailLevel;
import dev.muster.app.document.Results;
import dev.muster.app.format.WatchedFormat;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.store.StoreKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An import that is resumed reads on near the place where it stopped. */
class ResumedReadingTest {

  private static final int RECORDS = 30_000;

  @TempDir private Path folder;

  static Stream<Arguments> storesAndInputs() {
    return Stream.of(StoreKind.values())
        .flatMap(
            kind ->
                Stream.of("in.csv", "in.csv.gz", "in.ndjson", "in.json")
                    .map(name -> Arguments.of(kind, name)));
  }

  @Execution(ExecutionMode.CONCURRENT)
  @ParameterizedTest
  @MethodSource("storesAndInputs")
  void startsAtTheLastChunkOnRecord(StoreKind kind, String name) throws Exception {
    Path file = write(name);
    JobOptions options = ImportFixture.options(true, false, CommitPolicy.CHUNK);
    try (ImportFixture whole = new ImportFixture(kind.emptyDirectory(folder, "whole"));
        ImportFixture parts = new ImportFixture(kind.emptyDirectory(folder, "parts"))) {
      FinishedImport expected = whole.imports().start(request(file, options), ImportProgress.NONE);
      Job job = interrupted(parts, file, options);
      int chunks = parts.store.jobs().chunksDone(job);
      assertThat(chunks).isBetween(2, RECORDS / job.chunkSize() - 2);

      ConcurrentLinkedQueue<Long> opened = new ConcurrentLinkedQueue<>();
      FinishedImport resumed =
          parts
              .imports(new StopSignal(), format -> new WatchedFormat(format, opened))
              .resume(job, ImportProgress.NONE);

      assertThat(opened).containsExactly((chunks - 1L) * job.chunkSize());
      assertThat(resumed.tally()).isEqualTo(expected.tally());
      assertThat(parts.results(job).equals(whole.results(expected.job())))
          .as("equal results, with the same indexes and lines")
          .isTrue();
      assertThat(parts.rejects(job)).isEqualTo(whole.rejects(expected.job()));
      assertThat(parts.users().equals(whole.users())).as("equal users").isTrue();
      assertThat(report(parts, resumed)).isEqualTo(report(whole, expected));
    }
  }

  private static ImportRequest request(Path file, JobOptions options) throws Exception {
    return ImportFixture.request(file, options, false);
  }

  /** An import that was stopped after some of its chunks. */
  private static Job interrupted(ImportFixture trial, Path file, JobOptions options)
      throws Exception {
    ImportProgress stopping =
        new ImportProgress() {
          @Override
          public void decided(long records) {
            if (records >= RECORDS / 3) {
              trial.stop.raise();
            }
          }
        };
    return catchThrowableOfType(
            Interrupted.class, () -> trial.imports().start(request(file, options), stopping))
        .job();
  }

  private static List<String> report(ImportFixture trial, FinishedImport done) throws IOException {
    List<String> lines = new ArrayList<>();
    Optional<String> loss =
        new Results(trial.store.jobs(), done.job(), Optional.of(done.input()))
            .each(
                DetailLevel.PROBLEMS,
                (result, shown) -> lines.add(result.position() + " " + shown));
    assertThat(loss).isEmpty();
    return lines;
  }

  private Path write(String name) throws IOException {
    String text = name.contains("csv") ? table() : json(name.endsWith(".ndjson"));
    Path file = folder.resolve(name.endsWith(".gz") ? "compressed.csv" : name);
    if (!name.endsWith(".gz")) {
      return Files.writeString(file, text);
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(UTF_8));
    }
    return file;
  }

  /** Rows of one, two and three lines, blank lines, and e-mail addresses that are none. */
  private static String table() {
    StringBuilder text = new StringBuilder("\uFEFFemail,first_name\n");
    for (int row = 0; row < RECORDS; row++) {
      String email = row % 50 == 7 ? "nobody" + row : "user" + row + "@example.com";
      text.append(email).append(",\"Zo\u00eb").append("\n".repeat(row % 3)).append("\"\n");
      text.append(row % 11 == 0 ? "\n" : "");
    }
    return text.toString();
  }

  private static String json(boolean lines) {
    List<String> records = ImportFixture.records(RECORDS);
    if (lines) {
      return String.join("\n\n", records);
    }
    records.removeIf(record -> record.startsWith("{broken"));
    while (records.size() < RECORDS) {
      records.add("{\n\"email\": \"more" + records.size() + "@example.com\"}");
    }
    return "{\"identifier\": \"email\", \"upsert\": true,\n\"records\": ["
        + String.join(",\n", records)
        + "]}";
  }
}
