package dev.muster.app.journal;

import java.util.Locale;

/**
 * The author of a change to a directory.
 *
 * @param name unique among actors of the kind, and not secret: {@code ann@laptop}, a token's
 *     subject
 */
public record Actor(Kind kind, String name) {

  /** Muster itself, for changes that nobody requested. */
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "muster");

  /** An unknown user of a command line. */
  public static final Actor UNKNOWN = new Actor(Kind.CLI, "unknown");

  /** The interface that an actor used. */
  public enum Kind {
    /** The command line; the name is {@code ACCOUNT@MACHINE}. */
    CLI,
    /** An API, with a bearer token; the name is the token's subject. */
    TOKEN,
    /** An API, with a service's password; the name is the service's. */
    SERVICE,
    /** The web console; the name is the administrator's. */
    ADMIN,
    /** A user of the directory, by a link from a mail; the name is the user's id. */
    USER,
    /** Muster itself. */
    SYSTEM
  }

  /** A user of the command line. */
  public static Actor cli(String account, String host) {
    return new Actor(Kind.CLI, account + "@" + host);
  }

  /** The actor as one text, such as {@code cli:ann@laptop}; see {@link #parse}. */
  public String wireName() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
  }

  /**
   * Parses the result of {@link #wireName}.
   *
   * @throws IllegalArgumentException if the text is invalid
   */
  public static Actor parse(String wireName) {
    int colon = wireName.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("no actor: " + wireName);
    }
    return new Actor(
        Kind.valueOf(wireName.substring(0, colon).toUpperCase(Locale.ROOT)),
        wireName.substring(colon + 1));
  }
}
