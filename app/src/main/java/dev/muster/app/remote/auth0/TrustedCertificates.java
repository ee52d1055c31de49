package dev.muster.app.remote.auth0;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of servers, or of their issuers, that are trusted besides those that Java trusts.
 *
 * @param file certificates as PEM; empty for none
 */
public record TrustedCertificates(Optional<Path> file) {

  /** Names the file, as for Auth0's own command, whose language reads it. */
  public static final String VARIABLE = "SSL_CERT_FILE";

  /** No others than Java's. */
  public static final TrustedCertificates NONE = new TrustedCertificates(Optional.empty());

  /**
   * What a client needs to trust them; empty if there are none.
   *
   * @throws RemoteFailure if the file can't be read or has no certificate
   */
  Optional<SSLContext> context() throws RemoteFailure {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file.get())) {
      Collection<? extends Certificate> own =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (own.isEmpty()) {
        throw failure("it has no certificate");
      }
      List<Certificate> all = new ArrayList<>(javas());
      all.addAll(own);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store(all)), null);
      return Optional.of(context);
    } catch (IOException | GeneralSecurityException e) {
      throw failure(String.valueOf(e.getMessage()));
    }
  }

  private RemoteFailure failure(String reason) {
    return new RemoteFailure(
        "the file of certificates in "
            + VARIABLE
            + " can't be used: "
            + file.orElseThrow()
            + ": "
            + reason);
  }

  private static List<X509Certificate> javas() throws GeneralSecurityException {
    List<X509Certificate> all = new ArrayList<>();
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager known) {
        all.addAll(List.of(known.getAcceptedIssuers()));
      }
    }
    return all;
  }

  private static KeyStore store(List<Certificate> certificates)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate each : certificates) {
      store.setCertificateEntry(Integer.toString(store.size()), each);
    }
    return store;
  }

  /** Java's own for null. */
  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
