package dev.muster.app.store;

import dev.muster.apply.StoreUnavailable;

/**
 * Which tables a database has, against those that this program works with.
 *
 * @param version the version of Muster's tables; 0 where there are none
 * @param known the version of the tables that this program works with
 */
public record Schema(State state, int version, int known) {

  /** What to do about a database that is {@link State#NEWER}. */
  public static final String NEWER_REMEDY =
      "Use that version of Muster, or newer; nothing was changed.";

  /**
   * Stops whoever would write to tables that are newer than this program.
   *
   * @param database how people call it
   */
  public static void requireKnown(String database, int version, int known) {
    if (version > known) {
      throw new StoreUnavailable(
          "the database " + database + of(version, known).newer(),
          NEWER_REMEDY,
          new IllegalStateException("schema version " + version));
    }
  }

  /** No directory yet, and nothing else either. */
  public static Schema absent(int known) {
    return new Schema(State.ABSENT, 0, known);
  }

  /** Tables, but not Muster's. */
  public static Schema foreign(int known) {
    return new Schema(State.FOREIGN, 0, known);
  }

  /** A directory of some version of Muster. */
  public static Schema of(int version, int known) {
    State state = version == known ? State.CURRENT : version < known ? State.OLDER : State.NEWER;
    return new Schema(state, version, known);
  }

  /** What to say of a database that is {@link State#NEWER}, after its name. */
  public String newer() {
    return " was made by a newer Muster (schema version "
        + version
        + ", this one knows "
        + known
        + ")";
  }

  /** What can be done with a database. */
  public enum State {
    /** A directory can be made in it. */
    ABSENT,
    /** It belongs to another program. */
    FOREIGN,
    /** It can be brought to the version that this program works with. */
    OLDER,
    CURRENT,
    /** Only a newer Muster can use it. */
    NEWER
  }
}
