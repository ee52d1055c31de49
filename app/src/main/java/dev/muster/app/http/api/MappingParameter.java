package dev.muster.app.http.api;

import dev.muster.app.document.Printable;
import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.problem.Nearest;
import dev.muster.profile.csv.mapping.BadMapping;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The query parameter {@code mapping}: a name in the settings, or a JSON object. */
final class MappingParameter {

  private static final JsonParser PARSER = new JsonParser(8, 1 << 16);

  private MappingParameter() {}

  static Mapping read(String text, Map<String, Mapping> mappings) throws ApiProblem {
    if (text.isEmpty()) {
      return Mapping.NONE;
    }
    Mapping named = mappings.get(text);
    if (named != null) {
      return named;
    }
    if (!text.startsWith("{")) {
      throw QueryParameters.invalid(
          "There is no mapping \""
              + Printable.of(text)
              + "\" in the server's settings"
              + Nearest.to(text, mappings.keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; write a mapping as a JSON object."));
    }
    byte[] json = text.getBytes(StandardCharsets.UTF_8);
    try {
      if (PARSER.parse(json, 0, json.length) instanceof Struct mapping) {
        return Mapping.of(mapping);
      }
      throw QueryParameters.invalid("mapping is a JSON object.");
    } catch (JsonSyntax e) {
      throw QueryParameters.invalid("mapping is not JSON: " + e.getMessage());
    } catch (BadMapping e) {
      throw QueryParameters.invalid("mapping: " + e.reason());
    }
  }
}
