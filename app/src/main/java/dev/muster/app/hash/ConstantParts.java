package dev.muster.app.hash;

import static dev.muster.password.HashPart.CHAIN;
import static dev.muster.password.HashPart.ENCODING;
import static dev.muster.password.HashPart.HASH;
import static dev.muster.password.HashPart.HASH_ENCODING;
import static dev.muster.password.HashPart.INPUT;
import static dev.muster.password.HashPart.KEY;
import static dev.muster.password.HashPart.KEY_ENCODING;
import static dev.muster.password.HashPart.PARAMETERS;
import static dev.muster.password.HashPart.RECIPE;
import static dev.muster.password.HashPart.SALT;
import static dev.muster.password.HashPart.SALT_ENCODING;

import dev.muster.app.hash.recipe.BadRecipe;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parts that all rows of a table share, checked without the parts of which each row has its own.
 *
 * @param parts the shared ones
 * @param columns the parts of which each row has its own
 */
record ConstantParts(HashParts parts, Set<HashPart> columns) {

  private static final List<HashPart> NUMBERS =
      List.of(HashPart.ITERATIONS, HashPart.COST, HashPart.BLOCK_SIZE, HashPart.PARALLELIZATION);

  /** Values of Keycloak's other column, for PBKDF2 and Argon2, and for bcrypt. */
  private static final List<String> SECRET_DATA =
      List.of(
          "{\"value\":\"" + "A".repeat(43) + "=\",\"salt\":\"" + "A".repeat(22) + "==\"}",
          "{\"value\":\"$2a$10$" + ".".repeat(53) + "\",\"salt\":\"\"}");

  ConstantParts {
    columns = Set.copyOf(columns);
  }

  /** Checks what can be checked whatever the scheme is. */
  void checkEach() throws BadPart {
    PartTexts texts = new PartTexts(parts);
    if (parts.has(RECIPE)) {
      try {
        HashAssembly.RECIPES.of(parts.text(RECIPE));
      } catch (BadRecipe e) {
        throw new BadPart(e.part(), e.message());
      }
    }
    for (HashPart part : NUMBERS) {
      if (parts.has(part)) {
        texts.number(part);
      }
    }
    for (HashPart part : List.of(HASH_ENCODING, SALT_ENCODING, KEY_ENCODING)) {
      texts.checkEncoding(part);
    }
    texts.checkHashEncoding();
    if (parts.has(CHAIN)) {
      texts.chain();
    }
    if (parts.has(ENCODING)) {
      texts.form();
    }
    if (parts.has(KEY) && parts.has(KEY_ENCODING)) {
      texts.key("");
    }
    if (parts.has(SALT) && parts.has(SALT_ENCODING)) {
      texts.salt("");
    }
  }

  /** Checks what a scheme with parts needs of them. */
  void checkFor(String scheme) throws BadPart {
    PartTexts texts = new PartTexts(parts);
    if (parts.has(HashPart.DIGEST)) {
      switch (scheme) {
        case "digest", "hmac", "pbkdf2-plain" -> texts.digest();
        case "argon2" -> texts.variant();
        default -> {} // the scheme has names of its own
      }
    }
    if (scheme.equals("firebase-scrypt") && parts.has(KEY) && !columns.contains(KEY_ENCODING)) {
      texts.key("base64");
    }
    if (parts.has(INPUT)) {
      checkInput(scheme);
    }
  }

  private void checkInput(String scheme) throws BadPart {
    InputTemplate template;
    try {
      template = InputTemplate.of(new PartTexts(withRowsParts()));
    } catch (BadPart e) {
      throw parts.has(e.part()) ? e : new BadPart(INPUT, e.message());
    }
    if (scheme.equals("digest") && !template.input().hasPassword()) {
      throw new BadPart(INPUT, "The input must have {password}.");
    }
  }

  /** The parts with a salt and a key if rows can have them and the input wants them. */
  private HashParts withRowsParts() {
    Map<HashPart, String> texts = new EnumMap<>(parts.texts());
    for (HashPart part : List.of(SALT, KEY)) {
      String name = part == SALT ? "salt" : "key";
      if (columns.contains(part) && parts.text(INPUT).contains(name)) {
        texts.put(part, "00000000");
      }
    }
    return new HashParts(texts);
  }

  /**
   * Checks the parameters of a system in its own form.
   *
   * @param schemes all schemes
   */
  void checkParameters(String scheme, HashSchemes schemes) throws BadPart {
    if (!parts.has(PARAMETERS)) {
      return;
    }
    if (scheme.equals("firebase-scrypt")) {
      throw new BadPart(
          PARAMETERS,
          "It has none of Firebase's parameters: enter the hash_config that the console shows, with"
              + " base64_signer_key, base64_salt_separator, rounds and mem_cost.");
    }
    if (scheme.equals("keycloak")) {
      List<HashReading> readings =
          SECRET_DATA.stream().flatMap(data -> keycloak(data, schemes)).toList();
      if (readings.stream().anyMatch(HashReading.Accepted.class::isInstance)) {
        return;
      }
      throw new BadPart(
          PARAMETERS,
          readings.stream()
              .filter(HashReading.OutOfBounds.class::isInstance)
              .map(reading -> ((HashReading.OutOfBounds) reading).message() + ".")
              .findFirst()
              .orElse(
                  "This is not Keycloak's credential_data: enter the JSON object with"
                      + " hashIterations, algorithm and additionalParameters."));
    }
  }

  private Stream<HashReading> keycloak(String secretData, HashSchemes schemes) {
    Map<HashPart, String> texts = new EnumMap<>(parts.texts());
    texts.put(HASH, secretData);
    try {
      String text =
          HashAssembly.of("keycloak").orElseThrow().textOf("keycloak", new HashParts(texts));
      return schemes.byName("keycloak").stream().map(scheme -> scheme.readAs(text));
    } catch (BadPart e) {
      return Stream.of(); // a part that the scheme does not have, which is told by itself
    }
  }
}
