package dev.muster.app.job.run;

/**
 * Imports inputs of one format in a special way, because they contain more than users, or because
 * users are processed differently. Inputs of all other formats are imported as users.
 */
public interface FormatWork {

  /** The name of the format. */
  String format();

  /** Starts an attempt. A failed transaction is retried with a new attempt. */
  ChunkWork begin(ImportAttempt attempt);
}
