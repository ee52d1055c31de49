package dev.muster.app.mail;

/**
 * A mail without its addresses.
 *
 * @param text for readers without HTML
 * @param html says the same
 */
record Mail(String subject, String text, String html) {

  /** A text as part of HTML. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Shows nothing, because a mail may have a link that is secret. */
  @Override
  public String toString() {
    return "Mail";
  }
}
