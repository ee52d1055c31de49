package dev.muster.app.store;

import dev.muster.app.job.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stores which users of ended imports are still to get a mail to choose a password. The mails are
 * put into the queue of {@link WebhookMessages} little by little. Every method takes part in a
 * running transaction. For one thread.
 */
public interface Mailings {

  /** The event of the queued messages. */
  String EVENT = "user.invited";

  /** The member of a message's body that has the user's public id. */
  String USER = "user";

  /** Mails of which none could be queued for that long are not wanted any more. */
  Duration PATIENCE = Duration.ofDays(4);

  /** What became of a queued mail. */
  enum Ending {
    SENT,
    GIVEN_UP,
    DROPPED
  }

  /**
   * The number of users whom the completed chunks of an import have created and who get a mail; in
   * a dry run, who would get one.
   */
  long invited(Job job);

  /**
   * The number of users whom an import has created, or a dry run would create, and who get no mail
   * because they have no e-mail address.
   */
  long withoutAddress(Job job);

  /** Stores that the users of an import get their mails. Does nothing if nobody gets one. */
  void begin(Job job, Instant at);

  /** The mails of an import; empty before its end, and if nobody gets one. */
  Optional<Mailing> find(Job job);

  /** Whether the mails of an import go on; false if the import is deleted. */
  boolean goesOn(String jobId);

  /**
   * Stops the mails that are not sent yet.
   *
   * @return false if all are sent, or it was stopped before
   */
  boolean stop(Job job, Instant at);

  /** Whether mails are to be queued. */
  boolean areWaiting();

  /**
   * Imports that ended before a time and whose mails do not get on: since then none of any import
   * was queued, and none of them is left in the queue if all were put into it.
   */
  List<Job> waitingSince(Instant time);

  /**
   * Queues as many mails as the pace allows now.
   *
   * @param recipient whose messages they become
   * @param perMinute how many mails are queued in a minute, by all processes together
   * @return how many were queued
   */
  int queue(String recipient, int perMinute, Instant now);

  /** Counts what became of a mail. */
  void ended(String jobId, Ending how);
}
