package dev.muster.report;

/** What happened to a record. */
public enum Outcome {
  INSERTED,
  UPDATED,
  SKIPPED,
  FAILED;

  /** The name in reports. */
  public String wireName() {
    return switch (this) {
      case INSERTED -> "inserted";
      case UPDATED -> "updated";
      case SKIPPED -> "skipped";
      case FAILED -> "failed";
    };
  }
}
