package dev.muster.app.store;

import java.time.Instant;
import java.util.Optional;

/**
 * The mails with which the users of an ended import can choose a password.
 *
 * @param users who get a mail
 * @param sent how many mails a mail server has taken
 * @param givenUp how many mails no mail server took
 * @param dropped how many users needed no mail any more, or got none because it was stopped
 * @param createdAt when the import ended
 * @param stoppedAt when it was stopped; empty if it was not
 */
public record Mailing(
    long users,
    long sent,
    long givenUp,
    long dropped,
    Instant createdAt,
    Optional<Instant> stoppedAt) {

  /** How many users have neither got a mail, nor are given up, nor need none. */
  public long left() {
    return Math.max(0, users - sent - givenUp - dropped);
  }

  /** Whether more mails will be sent. */
  public boolean goesOn() {
    return stoppedAt.isEmpty() && left() > 0;
  }
}
