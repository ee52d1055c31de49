package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The description of the API, and a check of values against its schemas. */
final class OpenApi {

  private static final Set<String> KEYWORDS =
      Set.of(
          "type", "required", "properties", "additionalProperties", "items", "enum", "description");

  private final Map<String, Object> document;

  private OpenApi(Map<String, Object> document) {
    this.document = document;
  }

  static OpenApi read() throws IOException {
    try (InputStream in = OpenApi.class.getResourceAsStream("/http/openapi.yaml")) {
      return new OpenApi(
          map(
              new Load(LoadSettings.builder().build())
                  .loadFromInputStream(Objects.requireNonNull(in))));
    }
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object object) {
    return object == null ? Map.of() : (Map<String, Object>) object;
  }

  /** An operation. */
  record Operation(String method, String path, Map<String, Object> members) {

    String name() {
      return method + " " + path;
    }

    Set<String> statuses() {
      return new TreeSet<>(map(members.get("responses")).keySet());
    }
  }

  List<Operation> operations() {
    return map(document.get("paths")).entrySet().stream()
        .flatMap(
            path ->
                map(path.getValue()).entrySet().stream()
                    .filter(method -> !method.getKey().equals("parameters"))
                    .map(
                        method ->
                            new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                map(method.getValue()))))
        .toList();
  }

  /** The object, or the one that its {@code $ref} names. */
  Map<String, Object> resolved(Object object) {
    Map<String, Object> members = map(object);
    Object reference = members.get("$ref");
    if (reference == null) {
      return members;
    }
    Map<String, Object> found = document;
    for (String name : reference.toString().substring(2).split("/", -1)) {
      found = map(found.get(name));
    }
    assertThat(found).as("%s", reference).isNotEmpty();
    return found;
  }

  /** The contents of an answer by media type. */
  Map<String, Object> contents(Operation operation, String status) {
    Object answer = map(operation.members().get("responses")).get(status);
    return map(resolved(answer).get("content"));
  }

  /** Fails unless a value, of maps, lists and plain values, is valid. */
  void requireValid(Object value, Object schemaOrReference, String where) {
    Map<String, Object> schema = resolved(schemaOrReference);
    assertThat(KEYWORDS).as("keywords of %s", where).containsAll(schema.keySet());
    Object type = schema.get("type");
    List<?> types = type instanceof List<?> several ? several : List.of(type);
    assertThat(types.stream().map(Object::toString)).as(where).contains(typeOf(value));
    if (schema.get("enum") instanceof List<?> words) {
      assertThat(words.contains(value)).as("%s: %s in %s", where, value, words).isTrue();
    }
    if (value instanceof List<?> items && schema.get("items") != null) {
      for (int i = 0; i < items.size(); i++) {
        requireValid(items.get(i), schema.get("items"), where + "[" + i + "]");
      }
    }
    if (value instanceof Map<?, ?>) {
      requireValidMembers(map(value), schema, where);
    }
  }

  private void requireValidMembers(
      Map<String, Object> members, Map<String, Object> schema, String where) {
    Map<String, Object> known = map(schema.get("properties"));
    if (schema.get("required") instanceof List<?> required) {
      required.forEach(name -> assertThat(members).as(where).containsKey(name.toString()));
    }
    Object others = schema.get("additionalProperties");
    members.forEach(
        (name, member) -> {
          String place = where + "." + name;
          if (known.containsKey(name)) {
            requireValid(member, known.get(name), place);
          } else if (others instanceof Map<?, ?>) {
            requireValid(member, others, place);
          } else {
            assertThat(others).as("%s is allowed", place).isNotEqualTo(false);
          }
        });
  }

  private static String typeOf(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof Number) {
      return "integer";
    }
    if (value instanceof List<?>) {
      return "array";
    }
    return value instanceof Map<?, ?> ? "object" : "string";
  }
}
