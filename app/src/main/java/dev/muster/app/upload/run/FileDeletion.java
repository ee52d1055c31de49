package dev.muster.app.upload.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.Retention;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.Uploads;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Deletes uploaded files with their reports. The users that were imported stay. */
public final class FileDeletion {

  private static final int REPORTS_MAX = 10_000;

  private final Session store;
  private final Actor actor;
  private final Clock clock;
  private final Retention retention;

  /**
   * Deletes files of a directory.
   *
   * @param store a session for writing
   * @param actor who deletes, for the journal
   */
  public FileDeletion(Session store, Actor actor, Clock clock, Retention retention) {
    this.store = store;
    this.actor = actor;
    this.clock = clock;
    this.retention = retention;
  }

  /**
   * Deletes a file. The journal keeps that there was one. If the process dies meanwhile, a worker
   * completes the deletion.
   *
   * @return false, without effect, if a report of it is being carried out
   */
  public boolean delete(UploadedFile file) {
    List<Closeable> holds = new ArrayList<>();
    try {
      List<Job> reports = reports(file);
      for (Job report : reports) {
        Optional<Closeable> hold = store.hold(report.number());
        if (hold.isEmpty()) {
          return false;
        }
        holds.add(hold.get());
      }
      if (!hide(file, numbers(reports))) {
        return false;
      }
    } finally {
      holds.forEach(FileDeletion::release);
    }
    new ImportControl(store, actor, clock, retention).deleteLeftovers();
    return true;
  }

  private List<Job> reports(UploadedFile file) {
    return store.jobs().page(JobFilter.ALL.ofUpload(file.number()), JobStore.LATEST, REPORTS_MAX);
  }

  private static Set<Long> numbers(List<Job> reports) {
    return reports.stream().map(Job::number).collect(Collectors.toSet());
  }

  /** Hides the file and its reports; false if others are there than are held. */
  private boolean hide(UploadedFile file, Set<Long> held) {
    Uploads uploads = store.uploads();
    ImportControl control = new ImportControl(store, actor, clock, retention);
    return store.inTransaction(
        () -> {
          boolean there = uploads.lock(file); // no report is added from now on
          List<Job> reports = reports(file);
          if (reports.size() == REPORTS_MAX || !numbers(reports).equals(held)) {
            return false;
          }
          reports.forEach(control::hideHeld);
          if (there && uploads.hide(file, clock.instant())) {
            store
                .journal()
                .add(
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    actor,
                    JournalAction.UPLOAD_DELETED,
                    file.id(),
                    Uploading.about(file));
          }
          return true;
        });
  }

  private static void release(Closeable hold) {
    try {
      hold.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
