package dev.muster.app.settings;

import java.util.List;
import java.util.Optional;

/**
 * The section {@code mail}.
 *
 * @param host the mail server
 * @param port the mail server's port
 * @param from the sender's address
 * @param owners addresses that are notified of imports
 */
record MailSettings(Optional<String> host, int port, Optional<String> from, List<String> owners) {

  static final List<String> KEYS = List.of("host", "port", "from", "owners");

  private static final int DEFAULT_PORT = 25;
  private static final int PORT_MAX = 65_535;

  MailSettings {
    owners = List.copyOf(owners);
  }

  static MailSettings read(Section mail) throws SettingsProblem {
    mail.only(KEYS);
    return new MailSettings(
        mail.text("host"),
        (int) mail.whole("port", 1, PORT_MAX).orElse(DEFAULT_PORT),
        mail.text("from"),
        mail.texts("owners"));
  }
}
