package dev.muster.app.http.tls;

import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Reads the certificate again, when a connection is opened, if its files have changed. The current
 * certificate stays if the new files can't be used, which is logged once.
 */
final class ReloadedContext extends SslContextFactory.Server {

  private static final String NO_PASSWORD = "";

  private final CertificateFiles files;
  private final long lookEveryNanos;
  private String state;
  private long looked = System.nanoTime();

  /** With the key store that was read from files in a state. */
  ReloadedContext(CertificateFiles files, String state, KeyStore keys, Duration lookEvery) {
    this.files = files;
    this.state = state;
    this.lookEveryNanos = lookEvery.toNanos();
    use(keys);
    setIncludeProtocols("TLSv1.3", "TLSv1.2");
  }

  private void use(KeyStore keys) {
    setKeyStore(keys);
    setKeyStorePassword(NO_PASSWORD);
  }

  @Override
  public SSLEngine newSSLEngine() {
    reloadIfChanged();
    return super.newSSLEngine();
  }

  @Override
  public SSLEngine newSSLEngine(String host, int port) {
    reloadIfChanged();
    return super.newSSLEngine(host, port);
  }

  private synchronized void reloadIfChanged() {
    if (System.nanoTime() - looked < lookEveryNanos) {
      return;
    }
    String now = files.state();
    if (!now.equals(state)) {
      state = now;
      reload();
    }
    looked = System.nanoTime();
  }

  private void reload() {
    System.Logger log = System.getLogger(ReloadedContext.class.getName());
    try {
      KeyStore keys = files.keyStore();
      reload(factory -> use(keys));
      log.log(System.Logger.Level.DEBUG, "the server's certificate was read again");
    } catch (Exception e) {
      log.log(
          System.Logger.Level.WARNING,
          "the server keeps its certificate, because the new one can't be used: " + e.getMessage());
    }
  }
}
