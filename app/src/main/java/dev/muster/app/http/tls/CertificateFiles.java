package dev.muster.app.http.tls;

import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.SettingsProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The files of the server's certificate chain and private key. */
public final class CertificateFiles {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
  private static final int SAMPLE_BYTES = 32;

  private final PemFile certificate;
  private final PemFile key;

  private CertificateFiles(PemFile certificate, PemFile key) {
    this.certificate = certificate;
    this.key = key;
  }

  /** Names files; reads nothing yet. */
  public static CertificateFiles of(ServerSettings.Tls tls) {
    return new CertificateFiles(
        new PemFile("server.tls.certificate", Path.of(tls.certificate())),
        new PemFile("server.tls.key", Path.of(tls.key())));
  }

  /**
   * TLS 1.2 and 1.3 with the certificate; new connections use new files within seconds.
   *
   * @throws SettingsProblem if the files can't be used
   */
  public SslContextFactory.Server contextFactory() throws SettingsProblem {
    return contextFactory(LOOK_EVERY);
  }

  SslContextFactory.Server contextFactory(Duration lookEvery) throws SettingsProblem {
    String before = state();
    try {
      return new ReloadedContext(this, before, keyStore(), lookEvery);
    } catch (PemProblem e) {
      throw new SettingsProblem(String.valueOf(e.getMessage()));
    }
  }

  /** Changes if a file changes. */
  String state() {
    return state(certificate.path()) + " " + state(key.path());
  }

  private static String state(Path file) {
    try {
      return Files.getLastModifiedTime(file) + "/" + Files.size(file);
    } catch (IOException e) {
      return "unreadable";
    }
  }

  /** The certificate and key as a key store in memory, without a password. */
  KeyStore keyStore() throws PemProblem {
    List<X509Certificate> chain = certificate.certificates();
    PrivateKey secret = key.privateKey();
    try {
      if (!belongTogether(secret, chain.get(0))) {
        throw new PemProblem(
            "server.tls: the key in "
                + key.path()
                + " is not that of the first certificate in "
                + certificate.path());
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", secret, new char[0], chain.toArray(new Certificate[0]));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new PemProblem("server.tls: the certificate can't be used: " + e.getMessage());
    }
  }

  private static boolean belongTogether(PrivateKey secret, X509Certificate certificate)
      throws GeneralSecurityException {
    if (!secret.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
      return false;
    }
    String algorithm =
        switch (secret.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> "EdDSA";
        };
    byte[] sample = new byte[SAMPLE_BYTES];
    new SecureRandom().nextBytes(sample);
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(secret);
    signing.update(sample);
    Signature verifying = Signature.getInstance(algorithm);
    verifying.initVerify(certificate.getPublicKey());
    verifying.update(sample);
    return verifying.verify(signing.sign());
  }
}
