package dev.muster.app.store;

import java.time.Instant;
import java.util.Optional;

/** Stores the console's sessions. All methods take part in a running transaction. */
public interface WebSessions {

  /** Stores a new session. */
  void add(WebSession session);

  /** The session of a token, which may have ended already. */
  Optional<WebSession> find(String tokenHash);

  /** Puts a session's end off; an earlier end is ignored. */
  void extend(String tokenHash, Instant endsAt);

  /** Deletes a session; without effect if there is none. */
  void delete(String tokenHash);

  /**
   * Deletes the sessions that ended before a time.
   *
   * @return how many
   */
  int deleteEnded(Instant time);
}
