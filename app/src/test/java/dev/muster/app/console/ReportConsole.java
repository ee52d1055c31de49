package dev.muster.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.http.SilentWork;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.Retention;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.NewFile;
import dev.muster.app.upload.run.ReportAnswer;
import dev.muster.app.upload.run.Reports;
import dev.muster.app.upload.run.Requester;
import dev.muster.app.upload.run.Uploading;
import dev.muster.app.worker.Worker;
import dev.muster.user.Realm;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A console with uploaded files, and a worker that carries out their reports. */
final class ReportConsole implements AutoCloseable {

  static final JobOptions PLAIN =
      new JobOptions(Optional.empty(), Optional.empty(), "auto", false, CommitPolicy.CHUNK, false);

  static final Requester ANN = new Requester(new Actor(Actor.Kind.ADMIN, "ann"), false);

  final TestConsole console;
  private final Worker worker;

  private ReportConsole(TestConsole console) throws Exception {
    this.console = console;
    this.worker = console.application.worker("node", new SilentWork());
    console.createAdmin("ann");
  }

  /** A console whose worker works. */
  static ReportConsole start(StoreKind kind, Path folder) throws Exception {
    ReportConsole started = idle(kind, folder);
    started.work();
    return started;
  }

  /** A console whose worker has not begun. */
  static ReportConsole idle(StoreKind kind, Path folder) throws Exception {
    return new ReportConsole(TestConsole.start(kind, folder));
  }

  void work() {
    worker.start(1);
  }

  Browser ann() throws Exception {
    return console.signedIn("ann");
  }

  UploadedFile upload(String name, String content) throws Exception {
    return upload(name, content.getBytes(StandardCharsets.UTF_8), "auto", PLAIN);
  }

  UploadedFile upload(String name, byte[] content, String format, JobOptions options)
      throws Exception {
    try (Session session = console.application.open();
        InputFile received =
            Uploading.receive(
                new ByteArrayInputStream(content),
                name,
                1 << 26,
                console.application.settings().limits(),
                console.application.database().uploads())) {
      return new Uploading(
              session,
              console.application.settings(),
              console.application.formats(),
              Clock.systemUTC())
          .create(received, new NewFile(Realm.DEFAULT, format, options, ANN.actor()));
    }
  }

  /** Asks for a simulation; the path of its page. */
  String simulate(UploadedFile file) throws Exception {
    return submit(file, true);
  }

  /** Asks for an execution; the path of its page. */
  String execute(UploadedFile file) throws Exception {
    return submit(file, false);
  }

  private String submit(UploadedFile file, boolean simulation) throws Exception {
    try (Session session = console.application.open()) {
      Reports reports =
          new Reports(
              session,
              console.application.settings(),
              console.application.formats(),
              Clock.systemUTC(),
              Retention.FOREVER);
      ReportAnswer answer = simulation ? reports.simulate(file, ANN) : reports.execute(file, ANN);
      Job job = ((ReportAnswer.Submitted) answer).report();
      return "/users/import/" + file.id() + "/" + job.id() + "/";
    }
  }

  /** The page of a report when it has ended, which its events tell. */
  static Page ended(Browser browser, String report) throws Exception {
    Page events = browser.get(report + "events");
    assertThat(events.status()).as(events.body()).isIn(200, 204);
    assertThat(events.body()).contains("event: finished");
    Page page = browser.get(report).require(200);
    assertThat(page.body()).containsPattern("data-state=\"(completed|failed|cancelled)\"");
    return page;
  }

  /** Sends a form of a page. */
  static Page send(Browser browser, Page page, String path, Map<String, String> fields)
      throws Exception {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("_csrf", page.formToken());
    all.putAll(fields);
    return browser.post(path, all);
  }

  /** The lines of a page's rows, each with its outcome. */
  static List<String> rows(Page page) {
    return Pattern.compile("<tr data-line=\"(\\d+)\" data-outcome=\"([a-z]+)\"")
        .matcher(page.require(200).body())
        .results()
        .map((MatchResult match) -> match.group(1) + " " + match.group(2))
        .toList();
  }

  long users() throws Exception {
    try (Session session = console.application.open()) {
      return session.users().count(Optional.empty());
    }
  }

  @Override
  public void close() {
    worker.close();
    console.close();
  }
}
