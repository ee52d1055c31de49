package dev.muster.problem;

/** The kinds of warnings that are counted, and for which records can be searched. */
public enum WarningCode {
  /** A new user is to choose a password by mail, and has no e-mail address. */
  NO_EMAIL_ADDRESS("no-email-address");

  private final String wireName;

  WarningCode(String wireName) {
    this.wireName = wireName;
  }

  /** Its name for programs; no problem's code has the same. */
  public String wireName() {
    return wireName;
  }
}
