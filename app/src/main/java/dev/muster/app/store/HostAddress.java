package dev.muster.app.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses IP addresses among the hosts of services. */
public final class HostAddress {

  private static final Pattern IPV4 =
      Pattern.compile("(?:B\\.){3}B".replace("B", "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"));

  /** A text with a colon is parsed, never looked up in DNS. */
  private static final Pattern IPV6_SIGNS = Pattern.compile("(?=.*:)[0-9A-Fa-f:][0-9A-Fa-f:.]*");

  private HostAddress() {}

  /** The address that a text spells, without asking DNS; empty if it is none. */
  public static Optional<InetAddress> parse(String text) {
    if (!IPV4.matcher(text).matches() && !IPV6_SIGNS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
