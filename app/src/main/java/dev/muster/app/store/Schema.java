package dev.muster.app.store;

/**
 * Which tables a database has, against those that this program works with.
 *
 * @param version the version of Muster's tables; 0 where there are none
 * @param known the version of the tables that this program works with
 */
public record Schema(State state, int version, int known) {

  /** No directory yet, and nothing else either. */
  static Schema absent(int known) {
    return new Schema(State.ABSENT, 0, known);
  }

  /** Tables, but not Muster's. */
  static Schema foreign(int known) {
    return new Schema(State.FOREIGN, 0, known);
  }

  /** A directory of some version of Muster. */
  static Schema of(int version, int known) {
    State state = version == known ? State.CURRENT : version < known ? State.OLDER : State.NEWER;
    return new Schema(state, version, known);
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
