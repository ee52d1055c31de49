package dev.muster.app.job.run;

/**
 * Carries out the inputs of one format in a way of its own: because they hold more than users, or
 * because something else is to happen to the users. The engine imports the inputs of all other
 * formats as users.
 */
public interface FormatWork {

  /** The name of the format. */
  String format();

  /** Begins one attempt; a transaction that fails is tried again with a new one. */
  ChunkWork begin(ImportAttempt attempt);
}
