package dev.muster.app.journal;

import java.util.Locale;

/**
 * Who does something to a directory.
 *
 * @param name unique among actors of the kind, and no secret: {@code ann@laptop}, a token's subject
 */
public record Actor(Kind kind, String name) {

  /** Muster itself, for what nobody asked for at that moment. */
  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "muster");

  /** Somebody at a command line of whom nothing is known. */
  public static final Actor UNKNOWN = new Actor(Kind.CLI, "unknown");

  /** How an actor came in. */
  public enum Kind {
    /** By the command line; the name is the account's, and the machine's. */
    CLI,
    /** By an API, with a bearer token; the name is its subject. */
    TOKEN,
    /** By the console; the name is the administrator's. */
    ADMIN,
    /** Nobody: Muster by itself. */
    SYSTEM
  }

  /** Somebody at the command line of this machine. */
  public static Actor cli(String account, String host) {
    return new Actor(Kind.CLI, account + "@" + host);
  }

  /** As one text, {@code cli:ann@laptop}; {@link #parse} reads it. */
  public String wireName() {
    return kind.name().toLowerCase(Locale.ROOT) + ":" + name;
  }

  /**
   * Reads what {@link #wireName} wrote.
   *
   * @throws IllegalArgumentException if it is something else
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
