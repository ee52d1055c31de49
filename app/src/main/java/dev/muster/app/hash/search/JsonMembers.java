package dev.muster.app.hash.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Takes hash and salt out of a JSON object, such as a user of Firebase's export. */
record JsonMembers() implements CutStep {

  private static final List<String> HASHES =
      List.of("passwordHash", "password_hash", "hashedSaltedValue", "hash", "value", "password");
  private static final List<String> SALTS = List.of("salt", "passwordSalt", "password_salt");
  private static final int DEPTH = 8;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
          .build();

  @Override
  public Optional<Cells> apply(Cells cells) {
    if (!cells.hash().startsWith("{\"")) {
      return Optional.empty();
    }
    Map<String, String> texts = texts(cells.hash());
    Optional<String> salt = first(SALTS, texts).or(cells::salt);
    return first(HASHES, texts).map(hash -> new Cells(hash, salt, cells.parts()));
  }

  private static Optional<String> first(List<String> names, Map<String, String> texts) {
    return names.stream()
        .flatMap(name -> Optional.ofNullable(texts.get(name)).stream())
        .findFirst();
  }

  /** The texts in the object by the names of their members; none if it is not JSON. */
  private static Map<String, String> texts(String json) {
    Map<String, String> texts = new LinkedHashMap<>();
    try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token == JsonToken.VALUE_STRING && in.currentName() != null) {
          texts.putIfAbsent(in.currentName(), in.getString());
        }
      }
      return texts;
    } catch (JacksonException notJson) {
      return Map.of();
    }
  }

  @Override
  public String words() {
    return "take the hash and the salt out of the JSON object";
  }
}
