package dev.muster.app.hash.vendor;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Finds the password in JSON of Keycloak and spells it as {@link KeycloakPassword} does, without
 * anything else about the user:
 *
 * <ul>
 *   <li>a user with {@code credentials}, of which the first password counts; a list of credentials;
 *   <li>the columns {@code secret_data} and {@code credential_data} after each other, in either
 *       order;
 *   <li>a credential of Keycloak before version 8: {@code {"hashedSaltedValue":"…","salt":"…",
 *       "hashIterations":27500,"algorithm":"pbkdf2-sha256"}}, alone or in one of the above.
 * </ul>
 *
 * <p>Source: Keycloak's {@code CredentialRepresentation} and {@code UserRepresentation}.
 */
public final class KeycloakCredential {

  private static final int CREDENTIALS_MAX = 20;
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final String PARAMETERS = "additionalParameters";

  /** What a query or a copied row has between two columns of JSON. */
  private static final Pattern BETWEEN_COLUMNS = Pattern.compile("}\\s*[|,;]\\s*\\{");

  private final Map<String, String> texts;

  private KeycloakCredential(Map<String, String> texts) {
    this.texts = texts;
  }

  /** The credential in the format of the scheme keycloak; empty if there is none. */
  public static Optional<String> of(String json) {
    return CredentialJson.texts(json)
        .or(() -> CredentialJson.texts(BETWEEN_COLUMNS.matcher(json).replaceFirst("} {")))
        .flatMap(texts -> new KeycloakCredential(texts).spelled());
  }

  private Optional<String> spelled() {
    return Stream.concat(
            Stream.of("", "/credentials"),
            IntStream.range(0, CREDENTIALS_MAX)
                .boxed()
                .flatMap(i -> Stream.of("/credentials/" + i, "/" + i)))
        .filter(place -> texts.getOrDefault(place + "/type", "password").equals("password"))
        .flatMap(place -> spelled(place).stream())
        .findFirst();
  }

  /** The credential at one place of the JSON, in one of its forms. */
  private Optional<String> spelled(String place) {
    return spelled(
            place + "/secretData/value", place + "/secretData/salt", place + "/credentialData")
        .or(() -> spelled(place + "/hashedSaltedValue", place + "/salt", place))
        .or(() -> spelled(place + "/value", place + "/salt", place));
  }

  private Optional<String> spelled(String value, String salt, String data) {
    return texts.containsKey(value) && texts.containsKey(data + "/algorithm")
        ? Optional.of(written(texts.getOrDefault(value, ""), texts.getOrDefault(salt, ""), data))
        : Optional.empty();
  }

  private String written(String value, String salt, String data) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeObjectPropertyStart("credentialData");
      copy(json, "hashIterations", data + "/hashIterations");
      copy(json, "algorithm", data + "/algorithm");
      json.writeObjectPropertyStart(PARAMETERS);
      for (String name : List.of("type", "version", "memory", "parallelism", "hashLength")) {
        String parameter = texts.get(data + "/" + PARAMETERS + "/" + name + "/0");
        if (parameter != null) {
          json.writeArrayPropertyStart(name);
          json.writeString(parameter);
          json.writeEndArray();
        }
      }
      json.writeEndObject();
      json.writeEndObject();
      json.writeObjectPropertyStart("secretData");
      json.writeStringProperty("value", value);
      json.writeStringProperty("salt", salt);
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void copy(JsonGenerator json, String name, String path) {
    json.writeStringProperty(name, texts.getOrDefault(path, ""));
  }
}
