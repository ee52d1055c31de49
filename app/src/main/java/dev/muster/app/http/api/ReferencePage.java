package dev.muster.app.http.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** An OpenAPI description as a page of HTML that needs nothing else. */
final class ReferencePage {

  private static final String STYLE =
      "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
          + "code,pre{font-family:ui-monospace,monospace;font-size:14px}"
          + "pre{background:#f4f4f4;padding:.75rem;overflow:auto}"
          + "table{border-collapse:collapse;width:100%}"
          + "td,th{border-bottom:1px solid #ddd;padding:.3rem .6rem;text-align:left;"
          + "vertical-align:top}"
          + "h2{margin-top:2.5rem;border-top:1px solid #999;padding-top:1rem}"
          + "nav li{list-style:none}";

  private final Map<?, ?> description;
  private final StringBuilder out = new StringBuilder(1 << 16);

  /**
   * Prepares a page.
   *
   * @param yaml the description
   */
  ReferencePage(String yaml) {
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    this.description = map(document);
  }

  String html() {
    Map<?, ?> info = map(description.get("info"));
    out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(info.get("title")))
        .append("</title><meta name=\"viewport\" content=\"width=device-width\"><style>")
        .append(STYLE)
        .append("</style></head><body><h1>")
        .append(escaped(info.get("title")))
        .append("</h1><p>")
        .append(escaped(info.get("description")))
        .append("</p><p><a href=\"/openapi.yaml\">openapi.yaml</a></p><nav><ul>");
    List<Operation> operations = operations();
    for (Operation each : operations) {
      out.append("<li><a href=\"#")
          .append(escaped(each.id()))
          .append("\"><code>")
          .append(escaped(each.name()))
          .append("</code></a> ")
          .append(escaped(each.members().get("summary")))
          .append("</li>");
    }
    out.append("<li><a href=\"#errors\">Errors</a></li></ul></nav>");
    operations.forEach(this::append);
    appendErrors();
    return out.append("</body></html>\n").toString();
  }

  /** An operation of the API. */
  private record Operation(String name, Map<?, ?> members) {

    String id() {
      return String.valueOf(members.get("operationId"));
    }
  }

  private List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    map(description.get("paths"))
        .forEach(
            (path, methods) ->
                map(methods)
                    .forEach(
                        (method, members) -> {
                          if (!method.equals("parameters")) { // those of the whole path
                            String name = String.valueOf(method).toUpperCase(Locale.ROOT);
                            operations.add(new Operation(name + " " + path, map(members)));
                          }
                        }));
    return operations;
  }

  private void append(Operation operation) {
    Map<?, ?> members = operation.members();
    out.append("<h2 id=\"")
        .append(escaped(operation.id()))
        .append("\"><code>")
        .append(escaped(operation.name()))
        .append("</code></h2><p><b>")
        .append(escaped(members.get("summary")))
        .append("</b></p><p>")
        .append(escaped(members.get("description")))
        .append("</p>");
    List<?> parameters = list(members.get("parameters"));
    if (!parameters.isEmpty()) {
      out.append("<h3>Parameters</h3><table>");
      parameters.forEach(parameter -> appendParameter(resolved(parameter)));
      out.append("</table>");
    }
    if (members.get("requestBody") != null) {
      out.append("<h3>Body</h3>");
      appendContent(resolved(members.get("requestBody")));
    }
    out.append("<h3>Answers</h3>");
    map(members.get("responses")).forEach((status, answer) -> append(status, resolved(answer)));
  }

  private void appendParameter(Map<?, ?> parameter) {
    Map<?, ?> schema = map(parameter.get("schema"));
    Object words = schema.get("enum");
    out.append("<tr><td><code>")
        .append(escaped(parameter.get("name")))
        .append("</code></td><td>")
        .append(escaped(parameter.get("in")))
        .append("</td><td>")
        .append(escaped(words == null ? schema.get("type") : words))
        .append("</td><td>")
        .append(escaped(parameter.get("description")))
        .append("</td></tr>");
  }

  private void append(Object status, Map<?, ?> answer) {
    out.append("<p><b>")
        .append(escaped(status))
        .append("</b> ")
        .append(escaped(answer.get("description")))
        .append("</p>");
    appendContent(answer);
  }

  private void appendContent(Map<?, ?> holder) {
    map(holder.get("content"))
        .forEach(
            (type, content) -> {
              out.append("<p><code>").append(escaped(type)).append("</code></p>");
              Object example = map(content).get("example");
              if (example != null) {
                out.append("<pre>").append(escaped(PrettyJson.of(example))).append("</pre>");
              }
            });
  }

  private void appendErrors() {
    out.append("<h2 id=\"errors\">Errors</h2><table>");
    for (ApiErrorCode code : ApiErrorCode.values()) {
      out.append("<tr id=\"error-")
          .append(code.wireName())
          .append("\"><td><code>")
          .append(code.wireName())
          .append("</code></td><td>")
          .append(code.status().getCode())
          .append("</td><td>")
          .append(escaped(code.meaning().replaceAll("\\[(.*?)]\\(.*?\\)", "$1")))
          .append("</td></tr>");
    }
    out.append("</table>");
  }

  /** The object itself, or the one that its {@code $ref} names. */
  private Map<?, ?> resolved(Object object) {
    Object reference = map(object).get("$ref");
    if (reference == null) {
      return map(object);
    }
    Object found = description;
    for (String name : String.valueOf(reference).substring("#/".length()).split("/", -1)) {
      found = map(found).get(name);
    }
    return map(found);
  }

  private static Map<?, ?> map(@Nullable Object object) {
    return object instanceof Map<?, ?> members ? members : Map.of();
  }

  private static List<?> list(@Nullable Object object) {
    return object instanceof List<?> items ? items : List.of();
  }

  private static String escaped(@Nullable Object text) {
    return text == null
        ? ""
        : text.toString()
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;");
  }
}
