package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;

/**
 * The version of a database's tables, compared with the version that this program supports.
 *
 * @param version the version of the database's tables; 0 if it has none of Muster's
 * @param known the version that this program supports
 */
public record Schema(State state, int version, int known) {

  /** The remedy for a database that is {@link State#NEWER}. */
  public static final String NEWER_REMEDY =
      "Use that version of Muster, or newer; nothing was changed.";

  /**
   * Throws {@link StoreUnavailable} if the tables are newer than this program.
   *
   * @param database its display name
   */
  public static void requireKnown(String database, int version, int known) {
    if (version > known) {
      throw new StoreUnavailable(
          "the database " + database + of(version, known).newer(),
          NEWER_REMEDY,
          new IllegalStateException("schema version " + version));
    }
  }

  /** An empty database. */
  public static Schema absent(int known) {
    return new Schema(State.ABSENT, 0, known);
  }

  /** A database with tables of another program. */
  public static Schema foreign(int known) {
    return new Schema(State.FOREIGN, 0, known);
  }

  /** A database with tables of Muster, of any version. */
  public static Schema of(int version, int known) {
    State state = version == known ? State.CURRENT : version < known ? State.OLDER : State.NEWER;
    return new Schema(state, version, known);
  }

  /**
   * The end of a message about a database that is {@link State#NEWER}, after the database's name.
   */
  public String newer() {
    return " was made by a newer Muster (schema version "
        + version
        + ", this one knows "
        + known
        + ")";
  }

  /** How a database's tables relate to this program. */
  public enum State {
    /** It has no tables; a directory can be created. */
    ABSENT,
    /** It has tables of another program. */
    FOREIGN,
    /** It can be upgraded. */
    OLDER,
    CURRENT,
    /** Only a newer Muster can use it. */
    NEWER
  }
}
