package dev.muster.app.remote.auth0;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a server with Auth0's Management API.
 *
 * @param base the URL, without a path
 * @param domain the host, and the port if it is given
 */
public record TenantAddress(URI base, String domain) {

  /**
   * Parses a domain, such as {@code example.eu.auth0.com}, or a URL. HTTP without TLS is allowed to
   * this machine only, because requests contain a token and password hashes.
   *
   * @throws RemoteFailure if the text is no such address
   */
  public static TenantAddress parse(String given) throws RemoteFailure {
    Optional<URI> parsed = uri(url(given));
    if (parsed.isEmpty() || parsed.get().getHost() == null) {
      throw new RemoteFailure(
          "--tenant is a domain, such as example.eu.auth0.com, or a URL, such as"
              + " https://users.example.com:8420");
    }
    URI uri = parsed.get();
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null
        || !uri.getRawPath().matches("/?")) {
      throw new RemoteFailure("--tenant is a domain or a URL with nothing but a host and a port");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(uri.getHost()))) {
      throw new RemoteFailure(
          "--tenant needs https: requests contain a token and password hashes"
              + (scheme.equals("http") ? " (http is allowed to localhost only)" : ""));
    }
    return new TenantAddress(URI.create(scheme + "://" + uri.getRawAuthority()), authority(uri));
  }

  /**
   * The host in what is possibly no such address, without anything that may be a secret: user
   * information, a path, a query or a fragment. Empty if there is no host for certain.
   */
  public static Optional<String> host(String given) {
    String url = url(given);
    boolean beyond = url.replaceFirst("://[^/?#]*", "").contains("@"); // as in ann:1/2@host
    return beyond ? Optional.empty() : uri(url).map(URI::getHost);
  }

  private static String url(String given) {
    return given.contains("://") ? given : "https://" + given;
  }

  private static Optional<URI> uri(String url) {
    try {
      return Optional.of(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String authority(URI uri) {
    return uri.getRawAuthority().toLowerCase(Locale.ROOT);
  }

  /** Whether requests are sent over TLS. */
  public boolean isSecure() {
    return base.getScheme().equals("https");
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }
}
