package dev.muster.app.http.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Self-signed certificates of 127.0.0.1, made by keytool. */
public final class SelfSigned {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private SelfSigned() {}

  /**
   * Makes a certificate, and writes it and its key into a folder as {@code cert.pem} and {@code
   * key.pem}.
   *
   * @param name the subject's common name
   * @param bits the size of the key; 0 for the algorithm's only one
   * @param changed the files' time of modification
   */
  public static Certificate write(
      Path folder, String name, String algorithm, int bits, Instant changed) throws Exception {
    Path store = Files.createTempDirectory(folder, "store").resolve("keys.p12");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "key",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-ext",
                "SAN=IP:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
    if (bits > 0) {
      command.addAll(List.of("-keysize", Integer.toString(bits)));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    Certificate certificate = keys.getCertificate("key");
    pem(folder.resolve("cert.pem"), "CERTIFICATE", certificate.getEncoded(), changed);
    pem(
        folder.resolve("key.pem"),
        "PRIVATE KEY",
        keys.getKey("key", PASSWORD).getEncoded(),
        changed);
    return certificate;
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
