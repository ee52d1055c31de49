package dev.muster.app.http.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed certificates of 127.0.0.1, made by keytool. */
public final class SelfSigned {

  private static final char[] PASSWORD = "changeit".toCharArray();

  /** Certificates are made once in a process, because keytool takes a second. */
  private static final Map<Kind, Pair> MADE = new ConcurrentHashMap<>();

  private SelfSigned() {}

  private record Kind(String name, String algorithm, int bits) {}

  /** A certificate and its key, encoded. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Pair(Certificate certificate, byte[] key) {}

  /** A context for clients that trust one certificate only. */
  public static SSLContext trusting(Certificate certificate) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", certificate);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /**
   * Writes a certificate and its key into a folder as {@code cert.pem} and {@code key.pem}.
   *
   * @param name the subject's common name
   * @param bits the size of the key; 0 for the algorithm's only one
   * @param changed the files' time of modification
   */
  public static Certificate write(
      Path folder, String name, String algorithm, int bits, Instant changed) throws Exception {
    Pair pair = MADE.computeIfAbsent(new Kind(name, algorithm, bits), SelfSigned::make);
    pem(folder.resolve("cert.pem"), "CERTIFICATE", pair.certificate().getEncoded(), changed);
    pem(folder.resolve("key.pem"), "PRIVATE KEY", pair.key(), changed);
    return pair.certificate();
  }

  private static Pair make(Kind kind) {
    try {
      Path folder = Files.createTempDirectory("muster-keys");
      Path store = folder.resolve("keys.p12");
      try {
        keytool(kind, store);
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        return new Pair(keys.getCertificate("key"), keys.getKey("key", PASSWORD).getEncoded());
      } finally {
        Files.deleteIfExists(store);
        Files.delete(folder);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Kind kind, Path store) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                kind.algorithm(),
                "-dname",
                "CN=" + kind.name(),
                "-ext",
                "SAN=IP:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
    if (kind.bits() > 0) {
      command.addAll(List.of("-keysize", Integer.toString(kind.bits())));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static void pem(Path file, String label, byte[] content, Instant changed)
      throws IOException {
    Files.writeString(
        file,
        "-----BEGIN "
            + label
            + "-----\n"
            + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(content)
            + "\n-----END "
            + label
            + "-----\n");
    Files.setLastModifiedTime(file, FileTime.from(changed));
  }
}
