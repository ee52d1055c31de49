package dev.muster.app.remote.auth0;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A server's answer.
 *
 * @param asked the address that was asked
 * @param status the HTTP status
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one reader, and never compared
record Answer(URI asked, int status, HttpHeaders headers, byte[] body) {

  static final int NO_CONTENT = 204;

  private static final int DEPTH = 500;
  private static final int TEXT_CHARACTERS = 1 << 24;
  private static final int MESSAGE_CHARACTERS = 500;
  private static final int HOST_CHARACTERS = 253; // the longest name of the DNS

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(408, "Request Timeout"),
          Map.entry(413, "Request Entity Too Large"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The body as JSON; empty if it is none. */
  Optional<Value> json() {
    try {
      return Optional.of(new JsonParser(DEPTH, TEXT_CHARACTERS).parse(body, 0, body.length));
    } catch (JsonSyntax e) {
      return Optional.empty();
    }
  }

  /** The body as a JSON object; empty if it is none. */
  Optional<Struct> object() {
    return json().filter(Struct.class::isInstance).map(Struct.class::cast);
  }

  /** {@code 404 Not Found: Connection not found}. */
  String error() {
    Optional<Struct> members = object();
    String error = text(members, "error").orElse(REASONS.getOrDefault(status, ""));
    String head = error.isEmpty() ? Integer.toString(status) : status + " " + error;
    return head + ": " + text(members, "message").orElseGet(this::unreadable);
  }

  private String unreadable() {
    if (status >= 300 && status < 400) {
      return "the server redirects to "
          + headers.firstValue("Location").map(this::target).orElse("nowhere")
          + ", which is not followed: give --tenant the address itself";
    }
    if (body.length == 0) {
      return "the answer is empty";
    }
    return object().isPresent()
        ? "the answer has no message"
        : "the answer is not JSON; is this the address of the API?";
  }

  /** Where a redirect leads: at most a server, because the rest may contain secrets. */
  private String target(String location) {
    Optional<String> origin;
    try {
      origin = origin(asked.resolve(location));
    } catch (IllegalArgumentException e) {
      return "elsewhere";
    }
    return origin.equals(origin(asked)) ? "another path" : origin.orElse("elsewhere");
  }

  /** The scheme, host and port of an address; empty if it is not one of HTTP. */
  private static Optional<String> origin(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    if (host == null || host.length() > HOST_CHARACTERS || !scheme.matches("https?")) {
      return Optional.empty();
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return Optional.of(scheme + "://" + host.toLowerCase(Locale.ROOT) + port);
  }

  private static Optional<String> text(Optional<Struct> members, String name) {
    return members
        .map(struct -> struct.text(name))
        .filter(text -> !text.isBlank())
        .map(text -> text.substring(0, Math.min(text.length(), MESSAGE_CHARACTERS)));
  }

  @Override
  public String toString() {
    return "Answer[" + status + "]";
  }
}
