package dev.muster.app.http;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.tls.CertificateFiles;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.SettingsProblem;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of a process. Thread-safe. */
public final class HttpServer implements AutoCloseable {

  private static final int THREADS_MAX = 250;

  private static final int HEADER_BYTES_MAX = 16_384;

  /** The size of reads from a client. Jetty's 8 KiB make large uploads slow. */
  private static final int INPUT_BUFFER_BYTES = 1 << 16;

  private static final Duration IDLE_AT_STOP = Duration.ofMillis(200);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Javalin server;
  private final ServerSettings settings;
  private final List<Routes> routes;

  private HttpServer(Javalin server, ServerSettings settings, List<Routes> routes) {
    this.server = server;
    this.settings = settings;
    this.routes = List.copyOf(routes);
  }

  /**
   * Starts to listen.
   *
   * @param settings port 0 takes any free port
   * @param routes tried in this order
   * @param access receives every answered request
   * @throws UsageProblem if the address is taken or does not exist, or if plain HTTP would be open
   *     to other machines
   * @throws SettingsProblem if the certificate or its key can't be used
   */
  public static HttpServer start(
      ServerSettings settings, List<Routes> routes, AccessListener access)
      throws UsageProblem, SettingsProblem {
    return start(settings, routes, access, Patience.DEFAULTS);
  }

  static HttpServer start(
      ServerSettings settings, List<Routes> routes, AccessListener access, Patience patience)
      throws UsageProblem, SettingsProblem {
    requireSafe(settings);
    Optional<SslContextFactory.Server> tls =
        settings.tls().isPresent()
            ? Optional.of(CertificateFiles.of(settings.tls().get()).contextFactory())
            : Optional.empty();
    Javalin server =
        Javalin.create(
            config -> {
              configure(config, routes, access);
              listen(config, settings, patience, tls);
            });
    try {
      return new HttpServer(server.start(), settings, routes);
    } catch (JavalinBindException e) {
      throw new UsageProblem(
          "can't listen on "
              + settings.host()
              + ":"
              + settings.port()
              + ": the port is in use, needs rights, or the address is not of this machine."
              + " Choose another with --port and --host");
    }
  }

  private static void requireSafe(ServerSettings settings) throws UsageProblem {
    try {
      boolean local = InetAddress.getByName(settings.host()).isLoopbackAddress();
      if (!local && settings.tls().isEmpty() && !settings.behindProxy()) {
        throw new UsageProblem(
            "plain HTTP on "
                + settings.host()
                + " would send tokens and passwords readable through the network: set server.tls,"
                + " or --behind-proxy if a proxy in front does TLS");
      }
    } catch (UnknownHostException e) {
      throw new UsageProblem("server.host: there is no host " + settings.host());
    }
  }

  private static void configure(JavalinConfig config, List<Routes> routes, AccessListener access) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.jetty.threadPool = threads();
    config.requestLogger.http((context, millis) -> access.answered(access(context, millis)));
    routes.forEach(each -> each.addTo(config.routes));
  }

  private static void listen(
      JavalinConfig config,
      ServerSettings settings,
      Patience patience,
      Optional<SslContextFactory.Server> tls) {
    SlowClients slow = new SlowClients(patience);
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(STOP.toMillis());
          server.setHandler(slow);
        });
    config.jetty.modifyHttpConfiguration(HttpServer::configure);
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = connector(server, http, tls);
          connector.setHost(settings.host());
          connector.setPort(settings.port());
          connector.setIdleTimeout(patience.idle().toMillis());
          connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
          connector.addBean(slow, false);
          return connector;
        });
  }

  private static Access access(Context context, float millis) {
    return new Access(
        context.ip(),
        context.method().name(),
        ShownPath.of(context.path()),
        context.statusCode(),
        Duration.ofNanos((long) (millis * 1e6)));
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
    threads.setName("muster-http");
    threads.setDaemon(true);
    return threads;
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(HEADER_BYTES_MAX);
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, Optional<SslContextFactory.Server> tls) {
    HttpConnectionFactory plain = new HttpConnectionFactory(http);
    plain.setInputBufferSize(INPUT_BUFFER_BYTES);
    if (tls.isEmpty()) {
      return new ServerConnector(server, plain);
    }
    SecureRequestCustomizer anyHost = new SecureRequestCustomizer();
    anyHost.setSniHostCheck(false);
    http.addCustomizer(anyHost);
    return new ServerConnector(
        server, new SslConnectionFactory(tls.get(), HttpVersion.HTTP_1_1.asString()), plain);
  }

  /** The port that the server listens on. */
  public int port() {
    return server.port();
  }

  /** The server's address, such as {@code http://127.0.0.1:8420}. */
  public String address() {
    String host = settings.host();
    return (settings.tls().isPresent() ? "https://" : "http://")
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + port();
  }

  /** Accepts no more requests, and waits a while for those under way. */
  @Override
  public void close() {
    routes.forEach(Routes::stop);
    server.stop();
  }
}
