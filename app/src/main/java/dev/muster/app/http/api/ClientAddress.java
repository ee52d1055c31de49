package dev.muster.app.http.api;

import dev.muster.app.store.HostAddress;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Tells the addresses of clients. */
public final class ClientAddress {

  private static final int IPV4_BYTES = 4;
  private static final int IPV6_NETWORK_BYTES = 8;

  private ClientAddress() {}

  /**
   * The address of a client.
   *
   * @param behindProxy whether a proxy in front of the server names its client in the last item of
   *     {@code X-Forwarded-For}; clients can write what is before it
   */
  public static String of(Context context, boolean behindProxy) {
    String forwarded = behindProxy ? lastLine(context) : null;
    return forwarded == null || forwarded.isBlank()
        ? context.ip()
        : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
  }

  /**
   * The network for which the attempts of a client count: an IPv4 address, or the first 64 bits of
   * an IPv6 address, of which a client usually has all. Other texts stay as they are.
   */
  public static String network(String address) {
    return HostAddress.parse(address).map(ClientAddress::network).orElse(address);
  }

  /** The network of an address; see {@link #network(String)}. */
  static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == IPV4_BYTES
        ? address.getHostAddress()
        : HexFormat.ofDelimiter(":").formatHex(bytes, 0, IPV6_NETWORK_BYTES) + "::/64";
  }

  /** The proxy's line of the header is the last one, if it adds a line to those of clients. */
  private static @Nullable String lastLine(Context context) {
    String last = null;
    for (String line : Collections.list(context.req().getHeaders("X-Forwarded-For"))) {
      last = line;
    }
    return last;
  }
}
