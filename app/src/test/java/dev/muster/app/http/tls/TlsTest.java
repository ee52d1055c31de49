package dev.muster.app.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.SettingsProblem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates from PEM files, and new ones while the server runs. */
class TlsTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"RSA, 2048", "EC, 256", "Ed25519, 0"})
  void aCertificateAndKeyOfAnyUsualKindAreServed(String algorithm, int bits) throws Exception {
    write("one", algorithm, bits, Instant.now());
    try (Served served = new Served(Duration.ZERO)) {
      assertThat(served.subject("TLSv1.3")).isEqualTo("CN=one");
      if (!algorithm.equals("Ed25519")) {
        assertThat(served.subject("TLSv1.2")).isEqualTo("CN=one");
      }
      assertThatThrownBy(() -> served.subject("TLSv1.1")).isInstanceOf(SSLException.class);
    }
  }

  @Test
  void aNewCertificateIsServedToNewConnections() throws Exception {
    write("one", "RSA", 2048, Instant.now().minusSeconds(60));
    try (Served served = new Served(Duration.ZERO)) {
      assertThat(served.subject("TLSv1.3")).isEqualTo("CN=one");
      write("two", "EC", 256, Instant.now());
      assertThat(served.subject("TLSv1.3")).isEqualTo("CN=two");
    }
  }

  @Test
  void filesAreLookedAtOnlyNowAndThen() throws Exception {
    write("one", "RSA", 2048, Instant.now().minusSeconds(60));
    try (Served served = new Served(Duration.ofHours(1))) {
      write("two", "RSA", 2048, Instant.now());
      assertThat(served.subject("TLSv1.3")).isEqualTo("CN=one");
    }
  }

  @Test
  void aBrokenNewCertificateKeepsTheOldOneAndIsToldOnce() throws Exception {
    write("one", "RSA", 2048, Instant.now().minusSeconds(60));
    List<String> told = new ArrayList<>();
    Logger logger = Logger.getLogger(ReloadedContext.class.getName());
    Handler listener =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            told.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    logger.addHandler(listener);
    logger.setUseParentHandlers(false);
    try (Served served = new Served(Duration.ZERO)) {
      Files.writeString(folder.resolve("cert.pem"), "-----BEGIN CERTIFICATE-----\n");
      for (int i = 0; i < 3; i++) {
        assertThat(served.subject("TLSv1.3")).isEqualTo("CN=one");
      }
      assertThat(told).hasSize(1);
      assertThat(told.get(0)).contains("keeps its certificate").contains("has no certificate");

      write("two", "RSA", 2048, Instant.now().plusSeconds(5));
      assertThat(served.subject("TLSv1.3")).isEqualTo("CN=two");
    } finally {
      logger.removeHandler(listener);
      logger.setUseParentHandlers(true);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RSA PRIVATE KEY, openssl pkcs8 -topk8 -nocrypt -in",
    "EC PRIVATE KEY, openssl pkcs8 -topk8 -nocrypt -in",
    "ENCRYPTED PRIVATE KEY, openssl pkcs8 -in",
    "PRIVATE KEY, 'neither RSA, EC nor Ed25519'",
    "PUBLIC KEY, has no private key"
  })
  void aKeyThatCantBeUsedSaysWhatToDo(String label, String told) throws Exception {
    write("one", "RSA", 2048, Instant.now());
    Files.writeString(
        folder.resolve("key.pem"),
        "-----BEGIN " + label + "-----\nMAA=\n-----END " + label + "-----\n");
    assertRefused(told);
  }

  @Test
  void filesThatDoNotFitAreRefused() throws Exception {
    assertRefused("does not exist");
    write("one", "RSA", 2048, Instant.now());
    Path key = folder.resolve("key.pem");
    String first = Files.readString(key);
    write("two", "RSA", 2048, Instant.now());
    Files.writeString(key, first);
    assertRefused("is not that of the first certificate");
    Files.writeString(folder.resolve("cert.pem"), first);
    assertRefused("has no certificate");
  }

  private void assertRefused(String told) {
    assertThatThrownBy(() -> files().contextFactory())
        .isInstanceOf(SettingsProblem.class)
        .hasMessageStartingWith("server.tls")
        .hasMessageContaining(told)
        .hasMessageNotContaining("MAA=");
  }

  private CertificateFiles files() {
    return CertificateFiles.of(
        new ServerSettings.Tls(
            folder.resolve("cert.pem").toString(), folder.resolve("key.pem").toString()));
  }

  private void write(String name, String algorithm, int bits, Instant changed) throws Exception {
    SelfSigned.write(folder, name, algorithm, bits, changed);
  }

  /** A server with the files. */
  private final class Served implements AutoCloseable {

    private final Server server =
        new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final ServerConnector connector;

    Served(Duration lookEvery) throws Exception {
      connector =
          new ServerConnector(
              server,
              new SslConnectionFactory(files().contextFactory(lookEvery), "http/1.1"),
              new HttpConnectionFactory(new HttpConfiguration()));
      connector.setHost("127.0.0.1");
      server.setConnectors(new org.eclipse.jetty.server.Connector[] {connector});
      server.start();
    }

    /** The subject of the certificate that a new connection sees. */
    String subject(String protocol) throws Exception {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
      try (SSLSocket socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {protocol});
        socket.startHandshake();
        X509Certificate seen = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        return seen.getSubjectX500Principal().getName();
      }
    }

    @Override
    public void close() {
      try {
        server.stop();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Trusts everything, because the test looks at the certificate itself. */
  private static final class AnyCertificate implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
