package dev.muster.app.hash;

import static dev.muster.password.HashPart.COST;
import static dev.muster.password.HashPart.HASH;
import static dev.muster.password.HashPart.ITERATIONS;
import static dev.muster.password.HashPart.KEY;
import static dev.muster.password.HashPart.PARAMETERS;
import static dev.muster.password.HashPart.SALT;
import static dev.muster.password.HashPart.SALT_SEPARATOR;
import static dev.muster.password.HashPart.SCHEME;

import dev.muster.app.hash.vendor.FirebaseExport;
import dev.muster.app.hash.vendor.FirebaseProject;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a Firebase hash whose cells have more or less than one part: a user of Firebase's
 * export in JSON has the salt too, a text of SuperTokens or Supabase may lack the signer key, and
 * {@code password_parameters} may be what the console shows, in its own form or in JSON:
 *
 * <pre>
 * hash_config {
 *   algorithm: SCRYPT,
 *   base64_signer_key: jxspr8Ki…,
 *   base64_salt_separator: Bw==,
 *   rounds: 8,
 *   mem_cost: 14,
 * }
 * </pre>
 */
final class FirebaseParts {

  private static final String SCHEME_NAME = "firebase-scrypt";
  private static final Map<String, HashPart> PARAMETERS_OF_PROJECT =
      Map.of(
          "base64_signer_key", KEY,
          "signerKey", KEY,
          "base64_salt_separator", SALT_SEPARATOR,
          "saltSeparator", SALT_SEPARATOR,
          "rounds", ITERATIONS,
          "mem_cost", COST,
          "memoryCost", COST);
  private static final int PROJECT_LENGTH_MAX = 4096;
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9_]+)\"?\\s*[:=]\\s*\"?([A-Za-z0-9+/=_-]+)");

  private FirebaseParts() {}

  /** The parts that are assembled; the same parts for other schemes and other cells. */
  static HashParts of(HashParts given) {
    if (!given.text(SCHEME).equals(SCHEME_NAME)) {
      return given;
    }
    boolean hasProject =
        given.has(PARAMETERS) && given.text(PARAMETERS).length() <= PROJECT_LENGTH_MAX;
    HashParts parts = hasProject ? withProject(given) : given;
    Optional<FirebaseExport> user = FirebaseExport.of(parts.text(HASH));
    if (user.isPresent() && user.get().complete().isEmpty()) {
      return divided(parts, user.get());
    }
    return parts.has(KEY) ? completed(parts) : parts;
  }

  /** The console's parameters as parts; a part that is given by itself is kept. */
  private static HashParts withProject(HashParts parts) {
    Map<HashPart, String> texts = new EnumMap<>(parts.texts());
    Matcher parameter = PARAMETER.matcher(parts.text(PARAMETERS));
    while (parameter.find()) {
      HashPart part = PARAMETERS_OF_PROJECT.get(parameter.group(1));
      if (part != null) {
        texts.putIfAbsent(part, parameter.group(2));
        texts.remove(PARAMETERS);
      }
    }
    return new HashParts(texts);
  }

  private static HashParts divided(HashParts parts, FirebaseExport user) {
    Map<HashPart, String> texts = new EnumMap<>(parts.texts());
    texts.put(HASH, user.hash());
    if (!user.salt().isEmpty()) {
      texts.putIfAbsent(SALT, user.salt());
    }
    return new HashParts(texts);
  }

  /** Adds the key to a text that has everything else. */
  private static HashParts completed(HashParts parts) {
    String text = parts.text(HASH);
    if (!text.startsWith("$f")) {
      return parts;
    }
    return new FirebaseProject(parts.text(KEY), parts.text(SALT_SEPARATOR))
        .complete(text)
        .map(
            whole -> {
              Map<HashPart, String> texts = new EnumMap<>(parts.texts());
              texts.put(HASH, whole);
              texts.remove(KEY);
              texts.remove(SALT_SEPARATOR);
              return new HashParts(texts);
            })
        .orElse(parts);
  }
}
