package dev.muster.app.http.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A form of multipart/form-data in the making. */
final class TestForm {

  private static final String BOUNDARY = "----a-boundary";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** A form for a connection, with a file of users. */
  static TestForm of(String connectionId, String users) {
    return new TestForm().users(users).text("connection_id", connectionId);
  }

  TestForm users(String users) {
    return file(users.getBytes(UTF_8), "users.json", "application/json");
  }

  TestForm text(String name, String value) {
    return part("name=\"" + name + "\"", null, value.getBytes(UTF_8));
  }

  TestForm file(byte[] content, @Nullable String fileName, @Nullable String type) {
    String name = "name=\"users\"";
    return part(fileName == null ? name : name + "; filename=\"" + fileName + "\"", type, content);
  }

  private TestForm part(String disposition, @Nullable String type, byte[] content) {
    body.writeBytes(("--" + BOUNDARY + "\r\n").getBytes(UTF_8));
    body.writeBytes(("Content-Disposition: form-data; " + disposition + "\r\n").getBytes(UTF_8));
    if (type != null) {
      body.writeBytes(("Content-Type: " + type + "\r\n").getBytes(UTF_8));
    }
    body.writeBytes("\r\n".getBytes(UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  static String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  byte[] body() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
    return whole.toByteArray();
  }
}
