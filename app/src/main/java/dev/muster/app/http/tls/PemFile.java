package dev.muster.app.http.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file in PEM form (RFC 7468).
 *
 * @param setting the setting that names it, for messages
 */
record PemFile(String setting, Path path) {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

  private static final List<String> KEY_ALGORITHMS = List.of("RSA", "EC", "Ed25519");

  @SuppressWarnings("ArrayRecordComponent") // blocks are not compared
  private record Block(String label, byte[] content) {}

  /** The certificates, the server's own first. */
  List<X509Certificate> certificates() throws PemProblem {
    List<X509Certificate> chain = new ArrayList<>();
    for (Block block : blocks()) {
      if (block.label.equals("CERTIFICATE")) {
        chain.add(certificate(block.content));
      }
    }
    if (chain.isEmpty()) {
      throw problem("has no certificate (BEGIN CERTIFICATE)");
    }
    return chain;
  }

  private X509Certificate certificate(byte[] content) throws PemProblem {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(content));
    } catch (CertificateException e) {
      throw problem("has a damaged certificate");
    }
  }

  /** The private key. */
  PrivateKey privateKey() throws PemProblem {
    for (Block block : blocks()) {
      switch (block.label) {
        case "PRIVATE KEY" -> {
          return privateKey(block.content);
        }
        case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
            throw problem(
                "has a key of an older form ("
                    + block.label
                    + "); convert it: openssl pkcs8 -topk8 -nocrypt -in "
                    + path
                    + " -out NEW-FILE");
        case "ENCRYPTED PRIVATE KEY" ->
            throw problem(
                "has an encrypted key; decrypt it: openssl pkcs8 -in " + path + " -out NEW-FILE");
        default -> {
          // EC PARAMETERS, or a certificate in the same file
        }
      }
    }
    throw problem("has no private key (BEGIN PRIVATE KEY)");
  }

  private PrivateKey privateKey(byte[] content) throws PemProblem {
    PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(content);
    for (String algorithm : KEY_ALGORITHMS) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
      } catch (InvalidKeySpecException e) {
        // of another algorithm
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e); // every Java platform has these
      }
    }
    throw problem("has a key that is neither RSA, EC nor Ed25519, or is damaged");
  }

  private List<Block> blocks() throws PemProblem {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text());
    while (matcher.find()) {
      try {
        byte[] content = Base64.getMimeDecoder().decode(matcher.group(2));
        blocks.add(new Block(matcher.group(1), content));
      } catch (IllegalArgumentException e) {
        throw problem("is damaged: a " + matcher.group(1) + " is not base64");
      }
    }
    return blocks;
  }

  private String text() throws PemProblem {
    try {
      return Files.readString(path, ISO_8859_1);
    } catch (NoSuchFileException e) {
      throw problem("does not exist");
    } catch (IOException e) {
      throw problem("can't be read: " + e.getMessage());
    }
  }

  private PemProblem problem(String what) {
    return new PemProblem(setting + ": " + path + " " + what);
  }
}
