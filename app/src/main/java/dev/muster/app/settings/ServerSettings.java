package dev.muster.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The section {@code server}.
 *
 * @param host the address to listen on
 * @param port the port to listen on
 * @param behindProxy whether a reverse proxy's headers are trusted
 * @param tls the server's certificate and private key; empty for plain HTTP
 * @param publicUrl the server's address for its users
 * @param limits how many wrong passwords are answered
 * @param maxUploadBytes the size of the largest file that the console takes
 */
public record ServerSettings(
    String host,
    int port,
    boolean behindProxy,
    Optional<Tls> tls,
    Optional<String> publicUrl,
    ServerLimits limits,
    long maxUploadBytes) {

  /** Plain HTTP on this machine alone. */
  public static final ServerSettings DEFAULTS =
      new ServerSettings("127.0.0.1", 8420, false, Optional.empty(), Optional.empty());

  static final List<String> KEYS =
      List.of("host", "port", "behind_proxy", "tls", "public_url", "limits", "max_upload_bytes");
  static final List<String> TLS_KEYS = List.of("certificate", "key");

  private static final Pattern URL = Pattern.compile("https?://[^/\\s]\\S*");
  private static final int PORT_MAX = 65_535;
  private static final long UPLOAD_BYTES = 1L << 30;
  private static final long UPLOAD_BYTES_MIN = 1_000;
  private static final long UPLOAD_BYTES_MAX = 1L << 40;

  /**
   * Files in PEM form.
   *
   * @param certificate the certificate and its chain
   * @param key the private key
   */
  public record Tls(String certificate, String key) {}

  /** With the default limits. */
  public ServerSettings(
      String host, int port, boolean behindProxy, Optional<Tls> tls, Optional<String> publicUrl) {
    this(host, port, behindProxy, tls, publicUrl, ServerLimits.DEFAULTS, UPLOAD_BYTES);
  }

  /** With another size of the largest file. */
  public ServerSettings withMaxUploadBytes(long bytes) {
    return new ServerSettings(host, port, behindProxy, tls, publicUrl, limits, bytes);
  }

  /** With another address to listen on. */
  public ServerSettings listeningOn(String otherHost, int otherPort, boolean proxied) {
    return new ServerSettings(
        otherHost, otherPort, proxied, tls, publicUrl, limits, maxUploadBytes);
  }

  /** With paths of files that are resolved against a folder. */
  public ServerSettings in(Path folder) {
    return new ServerSettings(
        host,
        port,
        behindProxy,
        tls.map(
            files ->
                new Tls(
                    folder.resolve(files.certificate()).toString(),
                    folder.resolve(files.key()).toString())),
        publicUrl,
        limits,
        maxUploadBytes);
  }

  private static Optional<String> publicUrl(Section server) throws SettingsProblem {
    Optional<String> url = server.text("public_url");
    if (url.isPresent() && !URL.matcher(url.get()).matches()) {
      throw server.problem("public_url", "begins with https:// or http://");
    }
    return url;
  }

  static ServerSettings read(Section server) throws SettingsProblem {
    server.only(KEYS);
    Section tls = server.section("tls");
    tls.only(TLS_KEYS);
    return new ServerSettings(
        server.text("host").orElse(DEFAULTS.host),
        (int) server.whole("port", 1, PORT_MAX).orElse(DEFAULTS.port),
        server.flag("behind_proxy").orElse(false),
        tls.keys().isEmpty()
            ? Optional.empty()
            : Optional.of(new Tls(tls.required("certificate"), tls.required("key"))),
        publicUrl(server),
        ServerLimits.read(server.section("limits")),
        server.whole("max_upload_bytes", UPLOAD_BYTES_MIN, UPLOAD_BYTES_MAX).orElse(UPLOAD_BYTES));
  }
}
