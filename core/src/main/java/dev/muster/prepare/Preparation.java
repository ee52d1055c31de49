package dev.muster.prepare;

import dev.muster.read.SourceRecord;

/** How a dialect makes candidates of records. Pure and thread-safe: many records at once. */
public interface Preparation {

  Prepared prepare(SourceRecord source);
}
