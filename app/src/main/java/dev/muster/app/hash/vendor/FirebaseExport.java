package dev.muster.app.hash.vendor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A user of Firebase's export, a JSON object with {@code passwordHash} and {@code salt}. The
 * parameters that all users of the project share are not in the export. If somebody added them, as
 * members or as a member {@code hashConfig}, they may have the names of the console ({@code
 * base64_signer_key}) or of the API ({@code signerKey}).
 *
 * <p>Source: the documentation of {@code firebase auth:export}; the API's {@code HashConfig}.
 *
 * @param hash {@code passwordHash}
 * @param salt {@code salt}, or {@code passwordSalt} as the Admin SDK has it
 */
public record FirebaseExport(String hash, String salt, Map<String, String> texts) {

  private static final Pattern BEGINNING = Pattern.compile("\\s*+\\{\\s*+\"");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/=_-]*+");
  private static final List<String> PLACES = List.of("", "/hashConfig", "/hash_config");

  /** Empty if the text is no such object. */
  public static Optional<FirebaseExport> of(String text) {
    return isOne(text)
        ? CredentialJson.texts(text)
            .filter(texts -> texts.containsKey("/passwordHash"))
            .map(
                texts ->
                    new FirebaseExport(
                        texts.getOrDefault("/passwordHash", ""),
                        texts.getOrDefault("/salt", texts.getOrDefault("/passwordSalt", "")),
                        texts))
        : Optional.empty();
  }

  /**
   * The hash and the salt of a user who lacks the project's parameters, as such an object: an
   * address has no place beside a hash.
   */
  public Optional<String> credential() {
    return parameter("signerKey", "base64_signer_key").isEmpty()
            && BASE64.matcher(hash).matches()
            && BASE64.matcher(salt).matches()
        ? Optional.of("{\"passwordHash\":\"" + hash + "\",\"salt\":\"" + salt + "\"}")
        : Optional.empty();
  }

  private static boolean isOne(String text) {
    return text.contains("\"passwordHash\"") && BEGINNING.matcher(text).lookingAt();
  }

  /** Whether the text has a user's hash and salt, and nothing else. */
  static boolean isCredential(String text) {
    return of(text).flatMap(FirebaseExport::credential).filter(text::equals).isPresent();
  }

  /** The hash in Ory Kratos's format; empty if parameters of the project are missing. */
  public Optional<String> complete() {
    Optional<String> key = parameter("signerKey", "base64_signer_key");
    Optional<String> rounds = parameter("rounds", "rounds");
    Optional<String> memory =
        parameter("memoryCost", "mem_cost").or(() -> parameter("memCost", "memory_cost"));
    String separator = parameter("saltSeparator", "base64_salt_separator").orElse("");
    return key.map(k -> new FirebaseProject(k, separator))
        .flatMap(project -> rounds.flatMap(r -> memory.map(m -> project.hash(m, r, salt, hash))));
  }

  private Optional<String> parameter(String ofApi, String ofConsole) {
    return PLACES.stream()
        .flatMap(place -> Stream.of(place + "/" + ofApi, place + "/" + ofConsole))
        .flatMap(path -> Optional.ofNullable(texts.get(path)).stream())
        .findFirst();
  }

  /** Nothing of the user. */
  @Override
  public String toString() {
    return "FirebaseExport[]";
  }
}
