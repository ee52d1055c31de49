package dev.muster.app.cli.session;

/** What a process ends with. Scripts rely on these numbers. */
public final class ExitStatus {

  /** Every record was inserted, updated or skipped; or what was asked for was done. */
  public static final int OK = 0;

  /** Some record failed; or what was asked about is not there. */
  public static final int PROBLEMS = 1;

  /** Bad usage, or an input that can't be imported: nothing was done. */
  public static final int REFUSED = 2;

  /** Something broke on the way, such as a full disk or a lost database. */
  public static final int BROKEN = 3;

  /** Interrupted, by Ctrl-C or SIGTERM. */
  public static final int INTERRUPTED = 130;

  /**
   * The reader of standard output was gone; what the shell says of a program that SIGPIPE ended.
   */
  public static final int BROKEN_PIPE = 141;

  private ExitStatus() {}
}
