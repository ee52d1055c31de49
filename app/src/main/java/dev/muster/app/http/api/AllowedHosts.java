package dev.muster.app.http.api;

import dev.muster.app.store.HostAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells whether a client's address is one of a service's hosts. */
final class AllowedHosts {

  /** A host name has a letter and no other characters than these. */
  private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9.-]+");

  private AllowedHosts() {}

  /**
   * Whether a host is the client's. Addresses are compared as numbers, so the spelling makes no
   * difference. Host names are looked up in DNS if no address is the client's.
   *
   * @param hosts IP addresses and host names; other texts match no client
   * @param client an IP address; any other text, which a proxy may send, matches no host
   */
  static boolean include(List<String> hosts, String client) {
    Optional<InetAddress> address = address(client);
    return address.isPresent()
        && (hosts.stream().anyMatch(host -> address(host).equals(address))
            || hosts.stream().anyMatch(host -> isNameOf(host, address.get())));
  }

  /** The address that a text spells, without asking DNS. */
  private static Optional<InetAddress> address(String text) {
    String bare = text.startsWith("[") && text.endsWith("]") ? inside(text) : text;
    int zone = bare.indexOf('%');
    return HostAddress.parse(zone < 0 ? bare : bare.substring(0, zone));
  }

  private static String inside(String brackets) {
    return brackets.substring(1, brackets.length() - 1);
  }

  private static boolean isNameOf(String host, InetAddress client) {
    if (!NAME.matcher(host).matches()) {
      return false;
    }
    try {
      return Arrays.asList(InetAddress.getAllByName(host)).contains(client);
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
