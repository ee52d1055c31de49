package dev.muster.app.job.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.authgear.AuthgearRequestFormat;
import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import dev.muster.problem.InputRefused;
import dev.muster.report.RecordResult;
import dev.muster.user.Realm;
import dev.muster.user.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A directory of its own, a clock that stands still, and imports into it. */
final class ImportFixture implements AutoCloseable {

  static final Instant START = Instant.parse("2026-03-01T12:00:00.123Z");

  final ObservedSession store;
  final StopSignal stop = new StopSignal();
  private final Settings settings;
  private Clock clock = Clock.fixed(START, ZoneOffset.UTC);

  ImportFixture(Path database) {
    this(database, Settings.DEFAULTS, () -> {});
  }

  /** A trial with a muster.yml, that tells when it may be killed. */
  ImportFixture(Path database, Settings settings, Runnable moment) {
    this("sqlite:" + database, settings, moment);
  }

  /** A trial in a directory of any kind. */
  ImportFixture(String address) {
    this(address, Settings.DEFAULTS, () -> {});
  }

  /** A trial in a directory of any kind, with a muster.yml, that tells when it may be killed. */
  ImportFixture(String address, Settings settings, Runnable moment) {
    this(StoreKind.open(address), settings, moment);
  }

  /** A trial over a session, which is closed with it. */
  ImportFixture(Session session, Settings settings, Runnable moment) {
    this.store = new ObservedSession(session, moment);
    this.settings = settings;
  }

  void laterBy(Duration time) {
    clock = Clock.offset(clock, time);
  }

  Imports imports() {
    return imports(stop);
  }

  Imports imports(StopSignal signal) {
    return imports(signal, format -> format);
  }

  /** Imports of formats that are each wrapped into another one. */
  Imports imports(StopSignal signal, UnaryOperator<ImportFormat> wrapping) {
    HashSchemes bcrypt = StandardSchemes.bcrypt(CostBounds.DEFAULTS);
    List<ImportFormat> formats =
        List.of(
            new AuthgearLinesFormat(bcrypt),
            new AuthgearRequestFormat(bcrypt),
            new CsvFormat(new TableHashes(CostBounds.DEFAULTS)));
    Formats wrapped = new Formats(formats.stream().map(wrapping).toList());
    return new Imports(store, settings, wrapped, clock, signal);
  }

  FinishedImport run(Path file, JobOptions options)
      throws InputRefused, UsageProblem, Interrupted, ImportBroken {
    return imports().start(request(file, options, false), ImportProgress.NONE);
  }

  static ImportRequest request(Path file, JobOptions options, boolean resume) throws InputRefused {
    return new ImportRequest(
        InputFile.at(file, InputLimits.DEFAULTS), format(file), Realm.DEFAULT, options, resume);
  }

  private static String format(Path file) {
    String name = file.toString();
    if (name.endsWith(".csv")) {
      return "csv";
    }
    return name.endsWith(".json") ? "authgear" : "authgear-lines";
  }

  static JobOptions options(boolean upsert, boolean dryRun, CommitPolicy commit) {
    return new JobOptions(Optional.of("email"), Optional.of(upsert), "auto", dryRun, commit, true);
  }

  static JobOptions byChunk() {
    return options(true, false, CommitPolicy.CHUNK);
  }

  List<User> users() {
    List<User> users = new ArrayList<>();
    store.users().each(Optional.empty(), users::add);
    return users;
  }

  List<RecordResult> results(Job job) {
    List<RecordResult> results = new ArrayList<>();
    store.jobs().chunks(job, false, chunk -> results.addAll(chunk.results()));
    return results;
  }

  List<String> rejects(Job job) {
    List<String> rejects = new ArrayList<>();
    store
        .jobs()
        .chunks(
            job,
            true,
            chunk -> chunk.rejects().forEach(reject -> rejects.add(new String(reject, UTF_8))));
    return rejects;
  }

  static Path write(Path file, List<String> lines) throws IOException {
    return Files.write(file, lines, UTF_8);
  }

  /** Records that are new, known already, in each other's way, and wrong, in turns. */
  static List<String> records(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          switch (i % 7) {
            case 3 -> record("user" + (i - 3), "\"name\": \"again " + i + "\"");
            case 4 -> record("user" + i, "\"preferred_username\": \"name" + (i - 4) + "\"");
            case 5 -> "{\"email\": 5}";
            case 6 -> "{broken";
            default -> record("user" + i, "\"preferred_username\": \"name" + i + "\"");
          });
    }
    return lines;
  }

  static String record(String user, String rest) {
    return "{\"email\": \"" + user + "@example.com\", " + rest + "}";
  }

  @Override
  public void close() {
    store.close();
  }
}
