package dev.muster.app.console.page;

import dev.muster.app.store.Administrator;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.WebSession;
import dev.muster.app.thread.Ticker;
import dev.muster.app.token.RandomToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Begins, finds and ends sessions. A session ends an hour after its last use, and twelve hours
 * after the sign-in at the latest. Uses are written in the background, because a page must not wait
 * for an import that is writing. Thread-safe.
 */
public final class Sessions implements AutoCloseable {

  static final Duration IDLE = Duration.ofHours(1);
  static final Duration LONGEST = Duration.ofHours(12);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Database database;
  private final Clock clock;

  /** The new ends of sessions that were used since the last write, by the hashes of tokens. */
  private final Map<String, Instant> used = new ConcurrentHashMap<>();

  private final Ticker writing;

  /** Sessions of a directory. */
  public Sessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    this.writing = new Ticker("muster-console", PAUSE, this::writeUses);
  }

  /**
   * Begins a session.
   *
   * @param verified the administrator as it was when its password was verified
   * @return the token; empty if the administrator was changed or deleted since
   */
  public Optional<String> begin(Administrator verified) {
    String token = RandomToken.make();
    Instant now = clock.instant();
    WebSession made = new WebSession(storedHash(token), verified.name(), now, now.plus(IDLE));
    try (Session session = database.open()) {
      return session.inTransaction(
          () -> {
            Optional<Administrator> current = session.administrators().find(verified.name());
            if (!current.map(verified::equals).orElse(false)) {
              return Optional.empty();
            }
            session.webSessions().add(made);
            return Optional.of(token);
          });
    }
  }

  /** The administrator whose session a token is of; empty if there is none or it has ended. */
  Optional<SignedIn> find(String token) {
    String hash = storedHash(token);
    try (Session session = database.openReading()) {
      Optional<WebSession> found = session.webSessions().find(hash).filter(this::lasts);
      Optional<Administrator> administrator =
          found.flatMap(stored -> session.administrators().find(stored.administrator()));
      if (administrator.isPresent()) {
        use(found.get());
      }
      return administrator.map(known -> new SignedIn(known.name(), known.realms()));
    }
  }

  /** Like {@link #find}, but asking is no use of the session. */
  Optional<SignedIn> current(String token) {
    String hash = storedHash(token);
    try (Session session = database.openReading()) {
      return session
          .webSessions()
          .find(hash)
          .filter(this::lasts)
          .flatMap(stored -> session.administrators().find(stored.administrator()))
          .map(known -> new SignedIn(known.name(), known.realms()));
    }
  }

  /** The hash by which a session is stored. A fast one suffices: a token can't be guessed. */
  private static String storedHash(String token) {
    return DigestUtils.sha256Hex(token);
  }

  private boolean lasts(WebSession session) {
    Instant noted = used.getOrDefault(session.tokenHash(), session.endsAt());
    Instant end = noted.isAfter(session.endsAt()) ? noted : session.endsAt();
    return clock.instant().isBefore(end);
  }

  /** Notes the new end, if that makes a difference. */
  private void use(WebSession session) {
    Instant end = clock.instant().plus(IDLE);
    Instant last = session.createdAt().plus(LONGEST);
    Instant next = end.isBefore(last) ? end : last;
    if (next.isAfter(session.endsAt().plus(PAUSE)) || next.equals(last)) {
      used.put(session.tokenHash(), next);
    }
  }

  /** Ends the session of a token. */
  void end(String token) {
    String hash = storedHash(token);
    used.remove(hash);
    try (Session session = database.open()) {
      session.webSessions().delete(hash);
    }
  }

  private void writeUses() {
    Map<String, Instant> noted = Map.copyOf(used);
    if (noted.isEmpty()) {
      return;
    }
    try (Session session = database.open()) {
      session.inTransaction(
          () -> {
            noted.forEach(session.webSessions()::extend);
            return true;
          });
    }
    noted.forEach(used::remove); // those that were used again meanwhile stay
  }

  /** Writes the last uses. */
  @Override
  public void close() {
    writing.now();
    writing.closeAndWait(PAUSE);
  }
}
