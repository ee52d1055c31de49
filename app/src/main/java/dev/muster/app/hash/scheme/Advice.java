package dev.muster.app.hash.scheme;

/** Whether hashes of a scheme should be kept. */
public enum Advice {
  /** Secure: keep such hashes. */
  ADVISABLE("advisable"),
  /** Too weak: replace such a hash when its user next gives the password. */
  LEGACY("legacy"),
  /** Recognised by name only: refused, or kept for export. */
  UNVERIFIABLE("can't be verified");

  private final String meaning;

  Advice(String meaning) {
    this.meaning = meaning;
  }

  /** The advice in words. */
  public String meaning() {
    return meaning;
  }
}
