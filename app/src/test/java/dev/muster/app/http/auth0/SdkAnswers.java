package dev.muster.app.http.auth0;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code imports.mjs} has printed: lines of a name and JSON. */
final class SdkAnswers {

  private final Map<String, Value> byName = new LinkedHashMap<>();

  SdkAnswers(String said) {
    for (String line : said.lines().toList()) {
      int space = line.indexOf(' ');
      if (space > 0) {
        byName.put(line.substring(0, space), parsed(line.substring(space + 1)));
      }
    }
  }

  private static Value parsed(String json) {
    try {
      return new JsonParser(100, 1 << 22).parse(json);
    } catch (JsonSyntax e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  private Struct object(String name) {
    return (Struct) byName.get(name);
  }

  private String json(String name) {
    return JsonText.of(byName.get(name));
  }

  SdkAnswers assertImported() {
    String connection = object("connection").text("id");
    assertThat(object("connection").text("name")).isEqualTo("default");
    assertThat(object("connection").text("strategy")).isEqualTo("auth0");
    assertThat(json("clients")).matches("\\[\\{\"client_id\":\"[A-Za-z0-9]{32}\"}]");
    Struct started = object("started");
    assertThat(started.names())
        .containsExactly(
            "type", "status", "connection_id", "connection", "created_at", "id", "external_id");
    assertThat(started.text("status")).isEqualTo("pending");
    assertThat(started.text("connection_id")).isEqualTo(connection);
    assertThat(started.text("external_id")).isEqualTo("my-import");
    assertThat(started.text("id")).matches("job_[A-Za-z0-9]{16}");
    assertThat(started.text("created_at"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    assertThat(object("ended").names()).containsExactlyElementsOf(with(started.names(), "summary"));
    assertThat(JsonText.of(object("ended").get("summary")))
        .isEqualTo("{\"failed\":1,\"updated\":0,\"inserted\":1,\"total\":2}");
    assertErrors();
    assertThat(JsonText.of(object("upserted").get("summary")))
        .isEqualTo("{\"failed\":0,\"updated\":1,\"inserted\":0,\"total\":1}");
    assertThat(json("noErrors")).isEqualTo("null");
    assertThat(object("failed").text("status")).isEqualTo("failed");
    assertThat(object("failed").text("status_details")).isNotEmpty();
    assertThat(object("failedErrors").text("status_details"))
        .isEqualTo(object("failed").text("status_details"));
    byName.forEach(
        (name, value) -> {
          if (name.startsWith("form-")) {
            assertThat(((Struct) value).get("total")).as(name).isEqualTo(Value.of(1));
            assertThat(((Struct) value).get("failed")).as(name).isEqualTo(Value.of(0));
          }
        });
    assertThat(byName.keySet()).contains("form-stream", "form-text", "form-blob");
    return this;
  }

  private static List<String> with(List<String> names, String last) {
    return Stream.concat(names.stream(), Stream.of(last)).toList();
  }

  private void assertErrors() {
    List<Value> rows = ((Value.Array) byName.get("errors")).items();
    assertThat(rows).hasSize(1);
    Struct row = (Struct) rows.get(0);
    assertThat(JsonText.of(row.get("user"))).isEqualTo("{\"email\":\"nobody\"}");
    Struct error = (Struct) ((Value.Array) row.get("errors")).items().get(0);
    assertThat(error.text("code")).isNotEmpty();
    assertThat(error.text("message")).isNotEmpty();
  }

  /** Checks the exceptions; the SDK 4 has one class for all of them. */
  SdkAnswers assertRefused(String sdk) {
    assertRefusal(
        "badRequest",
        type(sdk, "BadRequestError"),
        400,
        "Payload validation error: 'String does not match pattern ^con_[A-Za-z0-9]{16}$' on"
            + " property connection_id");
    assertThat(object("badRequest").text("errorCode")).isEqualTo("invalid_body");
    assertRefusal(
        "noConnection", type(sdk, "BadRequestError"), 400, "The connection does not exist");
    assertRefusal("empty", type(sdk, "BadRequestError"), 400, "Users file must not be empty");
    assertRefusal("unauthorized", type(sdk, "UnauthorizedError"), 401, "Invalid token");
    assertRefusal(
        "forbidden",
        type(sdk, "ForbiddenError"),
        403,
        "Insufficient scope, expected any of: create:users");
    for (String name : List.of("tooLarge", "muchTooLarge")) {
      assertRefusal(
          name,
          type(sdk, "ContentTooLargeError"),
          413,
          "Payload content length greater than maximum allowed: 512000");
    }
    assertRefusal("noJob", type(sdk, "NotFoundError"), 404, "Job not found");
    assertRefusal("noJobsErrors", type(sdk, "NotFoundError"), 404, "The job does not exist");
    assertThat(json("waiting")).isEqualTo("[\"pending\",\"pending\"]");
    assertRefusal(
        "tooMany",
        type(sdk, "TooManyRequestsError"),
        429,
        "There are 2 active import users jobs, please wait until some of them are finished and try"
            + " again");
    return this;
  }

  private static String type(String sdk, String ofSdk7) {
    return sdk.equals("7") ? ofSdk7 : "ManagementApiError";
  }

  private void assertRefusal(String step, String type, int status, String message) {
    Struct refusal = object(step);
    assertThat(refusal).as(step).isNotNull();
    assertThat(refusal.text("name")).as(step + " " + refusal).isEqualTo(type);
    assertThat(refusal.get("statusCode")).as(step).isEqualTo(Value.of(status));
    assertThat(refusal.text("message")).as(step).isEqualTo(message);
  }
}
