package dev.muster.app.job;

/** Which parts of an import are committed together. */
public enum CommitPolicy {
  /** Chunk by chunk, so that an interruption doesn't lose completed chunks. */
  CHUNK,
  /** All of it in one transaction. */
  WHOLE
}
