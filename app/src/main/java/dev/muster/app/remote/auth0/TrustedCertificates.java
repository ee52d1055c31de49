package dev.muster.app.remote.auth0;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
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
 * @param own the certificates; empty for none
 */
public record TrustedCertificates(List<Certificate> own) {

  /** Names a file of certificates, as for Auth0's own command, whose language reads it. */
  public static final String VARIABLE = "SSL_CERT_FILE";

  /** No others than Java's. */
  public static final TrustedCertificates NONE = new TrustedCertificates(List.of());

  public TrustedCertificates {
    own = List.copyOf(own);
  }

  /**
   * Reads certificates.
   *
   * @param pem the content of a file, as PEM
   * @throws RemoteFailure if it has none, or something else
   */
  public static TrustedCertificates of(byte[] pem) throws RemoteFailure {
    try {
      List<Certificate> own =
          List.copyOf(
              CertificateFactory.getInstance("X.509")
                  .generateCertificates(new ByteArrayInputStream(pem)));
      if (own.isEmpty()) {
        throw new RemoteFailure("it has no certificate (PEM)");
      }
      return new TrustedCertificates(own);
    } catch (CertificateException e) { // its message may contain what the file has
      throw new RemoteFailure("it has something other than certificates (PEM)");
    }
  }

  /**
   * What a client needs to trust them; empty if there are none.
   *
   * @throws RemoteFailure if Java can't use them
   */
  Optional<SSLContext> context() throws RemoteFailure {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Certificate> all = new ArrayList<>(javas());
      all.addAll(own);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(store(all)), null);
      return Optional.of(context);
    } catch (IOException | GeneralSecurityException e) {
      throw new RemoteFailure(
          "the certificates of " + VARIABLE + " can't be used: " + e.getMessage());
    }
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
