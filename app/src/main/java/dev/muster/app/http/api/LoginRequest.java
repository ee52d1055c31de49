package dev.muster.app.http.api;

import dev.muster.app.format.input.StrictText;
import dev.muster.app.http.MediaType;
import dev.muster.app.http.RequestBody;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.store.HostAddress;
import dev.muster.app.tempfile.SourceStream;
import dev.muster.problem.Nearest;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * A login and a password to verify.
 *
 * @param password a secret
 * @param client the address of the application's client whose login it is; empty if the application
 *     does not tell
 */
record LoginRequest(String realm, String login, String password, Optional<InetAddress> client) {

  private static final int BYTES_MAX = 1 << 16;
  private static final int DEPTH_MAX = 4;
  private static final List<String> MEMBERS = List.of("login", "password", "realm", "client");

  static LoginRequest of(Context context) throws ApiProblem, IOException {
    if (!MediaType.of(context.contentType()).name().equals(JsonAnswer.CONTENT_TYPE)) {
      throw InputTypes.unsupported("The Content-Type must be application/json.");
    }
    byte[] body =
        RequestBody.read(new SourceStream(context.bodyInputStream()), BYTES_MAX)
            .orElseThrow(
                () ->
                    ApiProblem.of(
                        ApiErrorCode.BODY_TOO_LARGE,
                        "The body has more than " + BYTES_MAX + " bytes."));
    Struct members = members(body);
    for (String name : members.names()) {
      if (!MEMBERS.contains(name)) {
        String nearest =
            Nearest.to(name, MEMBERS).map(other -> " Did you mean " + other + "?").orElse("");
        throw invalid("There is no member " + name + "." + nearest);
      }
    }
    return new LoginRequest(
        members.has("realm") ? text(members, "realm") : Realm.DEFAULT,
        text(members, "login"),
        text(members, "password"),
        members.has("client") ? Optional.of(address(text(members, "client"))) : Optional.empty());
  }

  private static InetAddress address(String text) throws ApiProblem {
    return HostAddress.parse(text)
        .orElseThrow(() -> invalid("The member client must be an IP address."));
  }

  private static Struct members(byte[] body) throws ApiProblem {
    if (StrictText.utf8(body).isEmpty()) { // the parser expects well-formed UTF-8
      throw notJson();
    }
    try {
      Value value = new JsonParser(DEPTH_MAX, BYTES_MAX).parse(body, 0, body.length);
      if (value instanceof Struct members) {
        return members;
      }
    } catch (JsonSyntax e) {
      throw notJson();
    }
    throw invalid("The body is not a JSON object.");
  }

  private static ApiProblem notJson() {
    return invalid("The body is not JSON in UTF-8.");
  }

  private static String text(Struct members, String name) throws ApiProblem {
    if (members.get(name) instanceof Value.Text text) {
      return text.text();
    }
    throw invalid("The member " + name + " must be a text.");
  }

  private static ApiProblem invalid(String detail) {
    return ApiProblem.of(ApiErrorCode.INVALID_BODY, detail);
  }

  @Override
  public String toString() {
    return "LoginRequest[realm=" + realm + "]";
  }
}
