package dev.muster.app.cli.session;

/** What a process ends with. Scripts rely on these numbers. */
public final class ExitStatus {

  /** Success: the command was executed; in an import, no record failed. */
  public static final int OK = 0;

  /** Some record failed, or the requested object does not exist. */
  public static final int PROBLEMS = 1;

  /** Wrong usage, or an input that can't be imported; nothing was done. */
  public static final int REFUSED = 2;

  /** An error during the work, such as a full disk or a lost database connection. */
  public static final int BROKEN = 3;

  /** Interrupted, by Ctrl-C or SIGTERM. */
  public static final int INTERRUPTED = 130;

  /** The reader of standard output was gone; the same status that shells report after SIGPIPE. */
  public static final int BROKEN_PIPE = 141;

  private ExitStatus() {}
}
