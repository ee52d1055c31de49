package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.JournalAction;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Stops the mails of an import that are not sent yet, and writes so to the journal. */
public final class MailingStop {

  private final Session store;
  private final Actor actor;
  private final Clock clock;

  /**
   * Stops mails through a session.
   *
   * @param actor who stops them
   */
  public MailingStop(Session store, Actor actor, Clock clock) {
    this.store = store;
    this.actor = actor;
    this.clock = clock;
  }

  /** Stops mails because somebody wants that; returns how many, 0 if none is left to be sent. */
  public long stop(Job job) {
    return stop(job, Struct.EMPTY);
  }

  /** Stops mails for a reason to show; returns how many, 0 if none is left to be sent. */
  public long stop(Job job, String reason) {
    return stop(job, Struct.of("reason", Value.of(reason)));
  }

  private long stop(Job job, Struct detail) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return store.inTransaction(
        () -> {
          if (!store.mailings().stop(job, now)) {
            return 0L;
          }
          store
              .journal()
              .add(
                  now,
                  actor,
                  JournalAction.MAILING_STOPPED,
                  job.id(),
                  Optional.of(job.id()),
                  detail);
          return store.mailings().find(job).map(Mailing::left).orElse(0L);
        });
  }
}
