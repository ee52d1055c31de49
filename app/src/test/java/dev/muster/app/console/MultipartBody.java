package dev.muster.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** The body of a form with a file, as browsers send it. */
public final class MultipartBody {

  private static final String BOUNDARY = "----muster-test-5f1c8a";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds a field. */
  public MultipartBody field(String name, String value) {
    return part("name=\"" + name + "\"", value.getBytes(UTF_8));
  }

  /** Adds a file. */
  public MultipartBody file(String filename, byte[] content) {
    String quoted = filename.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    return part("name=\"file\"; filename=\"" + quoted + "\"", content);
  }

  private MultipartBody part(String names, byte[] content) {
    bytes.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + names + "\r\n\r\n")
            .getBytes(UTF_8));
    bytes.writeBytes(content);
    bytes.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes.toByteArray());
    all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return all.toByteArray();
  }
}
