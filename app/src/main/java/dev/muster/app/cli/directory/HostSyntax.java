package dev.muster.app.cli.directory;

import dev.muster.app.format.UsageProblem;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Validates the hosts from which a service may connect: IP addresses and host names. */
final class HostSyntax {

  private static final Pattern IPV4 =
      Pattern.compile("(?:B\\.){3}B".replace("B", "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)"));
  private static final Pattern IPV6_SIGNS = Pattern.compile("(?=.*:)[0-9a-f:][0-9a-f:.]*");

  /**
   * A host name (RFC 1123 §2.1). Its last label must not be a number, which would look like an IP
   * address.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "(?!.*(?:^|\\.)\\d+$)L(?:\\.L)*".replace("L", "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"));

  private static final int NAME_LENGTH_MAX = 253;

  private HostSyntax() {}

  /**
   * Checks hosts and converts them to lower case.
   *
   * @throws UsageProblem if one of them is invalid
   */
  static List<String> canonical(List<String> hosts) throws UsageProblem {
    List<String> canonical = new ArrayList<>();
    for (String host : hosts) {
      String lower = host.toLowerCase(Locale.ROOT);
      if (!IPV4.matcher(lower).matches() && !isIpv6(lower) && !isName(lower)) {
        throw new UsageProblem(
            "'"
                + host
                + "' is no host: name an IP address, such as 192.0.2.7 or 2001:db8::7,"
                + " or a host, such as wiki.example.com");
      }
      canonical.add(lower);
    }
    return canonical;
  }

  private static boolean isName(String text) {
    return text.length() <= NAME_LENGTH_MAX && NAME.matcher(text).matches();
  }

  /** A text with a colon is parsed, never looked up in DNS. */
  private static boolean isIpv6(String text) {
    if (!IPV6_SIGNS.matcher(text).matches()) {
      return false;
    }
    try {
      return InetAddress.getByName(text) != null;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
