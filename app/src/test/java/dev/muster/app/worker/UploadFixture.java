package dev.muster.app.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.Application;
import dev.muster.app.format.Formats;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.http.SilentWork;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.Retention;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Database;
import dev.muster.app.store.ImportQueue;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WaitListener;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.FileDeletion;
import dev.muster.app.upload.run.Mending;
import dev.muster.app.upload.run.NewFile;
import dev.muster.app.upload.run.Previews;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.app.upload.run.ReportRows;
import dev.muster.app.upload.run.Reports;
import dev.muster.app.upload.run.Requester;
import dev.muster.app.upload.run.Uploading;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A directory with uploaded files, whose reports are carried out when a test says so. */
final class UploadFixture implements AutoCloseable {

  static final Requester ANN = new Requester(new Actor(Actor.Kind.ADMIN, "ann"), false);
  static final Requester BOB = new Requester(new Actor(Actor.Kind.ADMIN, "bob"), false);

  static final JobOptions PLAIN =
      new JobOptions(Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false);

  final Application application;
  final Database database;
  final Session store;
  final Settings settings;
  final Formats formats;
  final Clock clock = Clock.systemUTC();

  UploadFixture(Path folder, StoreKind kind) throws Exception {
    Files.writeString(
        folder.resolve("muster.yml"),
        """
        realms: {other: {}}
        attributes:
          - {name: nickname, kind: string, label: Nickname}
          - {name: birth, kind: date, label: Date of birth}
        """);
    application =
        new Application(
            folder,
            Optional.empty(),
            Optional.of(kind.emptyDirectory(folder, "muster")),
            Map.of(),
            WaitListener.SILENT);
    database = application.database();
    store = application.open();
    settings = application.settings();
    formats = application.formats();
  }

  Uploading uploading() {
    return new Uploading(store, settings, formats, clock);
  }

  Reports reports() {
    return new Reports(store, settings, formats, clock, Retention.FOREVER);
  }

  ReportRows rows() {
    return new ReportRows(store, formats);
  }

  Mending mending() {
    return new Mending(store, settings, formats, clock, Retention.FOREVER);
  }

  Previews previews() {
    return new Previews(store, settings, formats);
  }

  FileDeletion deletion() {
    return new FileDeletion(store, ANN.actor(), clock, Retention.FOREVER);
  }

  UploadedFile upload(String name, String content) throws Exception {
    return upload(name, content, Realm.DEFAULT, "auto", PLAIN);
  }

  UploadedFile upload(String name, String content, Struct formatOptions) throws Exception {
    return upload(name, content, Realm.DEFAULT, "auto", PLAIN.withFormatOptions(formatOptions));
  }

  UploadedFile upload(String name, String content, String realm, String format, JobOptions options)
      throws Exception {
    return upload(name, content.getBytes(UTF_8), realm, format, options);
  }

  UploadedFile upload(String name, byte[] content, String realm, String format, JobOptions options)
      throws Exception {
    try (InputFile received = receive(name, new ByteArrayInputStream(content), 1 << 20)) {
      return uploading().create(received, new NewFile(realm, format, options, ANN.actor()));
    }
  }

  InputFile receive(String name, InputStream in, long bytesMax) throws IOException {
    return Uploading.receive(in, name, bytesMax, settings.limits(), database.uploads());
  }

  /** The report that was submitted, carried out. */
  Job run(ReportAnswer answer) throws Exception {
    return run(((ReportAnswer.Submitted) answer).report());
  }

  Job run(Job report) throws Exception {
    StopSignal stop = new StopSignal();
    try (Imports imports = application.imports(store, stop, RestAuthLog.NONE)) {
      ImportQueue.End end =
          new WorkedImport(store, imports, stop, "node", new SilentWork()).carryOut(report);
      if (end != ImportQueue.End.OVER) {
        throw new IllegalStateException("the report is " + end);
      }
    }
    return store.jobs().find(report.id()).orElseThrow();
  }

  Job simulate(UploadedFile file) throws Exception {
    return run(reports().simulate(file, ANN));
  }

  long users() {
    return store.users().count(Optional.empty());
  }

  @Override
  public void close() {
    store.close();
    application.close();
  }
}
