package dev.muster.app.remote.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A body of multipart/form-data (RFC 7578), written as Go's library writes it. */
final class Multipart {

  private static final int BOUNDARY_BYTES = 30;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String boundary;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Multipart() {
    byte[] random = new byte[BOUNDARY_BYTES];
    RANDOM.nextBytes(random);
    boundary = HexFormat.of().formatHex(random);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  Multipart field(String name, String value) {
    write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
    write(value + "\r\n");
    return this;
  }

  Multipart file(String name, String fileName, String type, byte[] content) {
    write("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
    write("; filename=\"" + fileName + "\"\r\nContent-Type: " + type + "\r\n\r\n");
    bytes.writeBytes(content);
    write("\r\n");
    return this;
  }

  byte[] end() {
    write("--" + boundary + "--\r\n");
    return bytes.toByteArray();
  }

  private void write(String text) {
    bytes.writeBytes(text.getBytes(UTF_8));
  }
}
