package dev.muster.app.cli.directory;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.HostAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Validates the hosts from which a service may connect: IP addresses and host names. */
final class HostSyntax {

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
      if (HostAddress.parse(lower).isEmpty() && !isName(lower)) {
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
}
