package dev.muster.app.hash.alike;

/** A mathematical reason for which two different hashes fit the same password. */
interface AlikeRule {

  /** What is alike, in words. */
  String words();

  /**
   * Whether two hashes, or parts of them, are alike although they differ.
   *
   * @param one of any type; a rule knows those that it is about
   * @param other likewise
   */
  boolean holds(Object one, Object other);
}
