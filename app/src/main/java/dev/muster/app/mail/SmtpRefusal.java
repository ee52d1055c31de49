package dev.muster.app.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an SMTP server answered when it did not take a mail. */
final class SmtpRefusal {

  /** A reply code, and the enhanced status code (RFC 3463) if there is one. */
  private static final Pattern REPLY =
      Pattern.compile("(?<code>[245]\\d\\d)(?:[ -](?<status>[245]\\.\\d{1,3}\\.\\d{1,3})\\b)?.*");

  /**
   * Faults of the recipient's address: of class 5.1, except those of the sender's address, and
   * disabled mailboxes.
   */
  private static final Pattern OF_ADDRESS = Pattern.compile("5\\.1\\.(?![78]$)\\d+|5\\.2\\.1");

  /** Faults of an address, where servers have no enhanced status codes. */
  private static final Pattern CODE_OF_ADDRESS = Pattern.compile("55[013]");

  private SmtpRefusal() {}

  /**
   * Whether the server will never take mail for the address. Other refusals for good, for example
   * of the login or because of a quota, can end when somebody mends the settings.
   */
  static boolean isOfAddress(MessagingException e) {
    Optional<Matcher> reply = reply(e).map(REPLY::matcher).filter(Matcher::matches);
    if (reply.isEmpty()) {
      return false;
    }
    String status = reply.get().group("status");
    return status == null
        ? CODE_OF_ADDRESS.matcher(reply.get().group("code")).matches()
        : OF_ADDRESS.matcher(status).matches();
  }

  /**
   * The server's reply on one line. It is in the innermost exceptions; outer ones have words of the
   * mail library.
   */
  static Optional<String> reply(MessagingException e) {
    Optional<String> found = Optional.empty();
    for (Exception next = e; next instanceof MessagingException each; ) {
      String message = each.getMessage() == null ? "" : oneLine(each.getMessage());
      if (REPLY.matcher(message).matches()) {
        found = Optional.of(message);
      }
      next = each.getNextException();
    }
    return found;
  }

  static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
