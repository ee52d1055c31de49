package dev.muster.app.hash;

import static dev.muster.password.HashPart.COST;
import static dev.muster.password.HashPart.HASH;
import static dev.muster.password.HashPart.ITERATIONS;
import static dev.muster.password.HashPart.KEY;
import static dev.muster.password.HashPart.PARAMETERS;
import static dev.muster.password.HashPart.SALT;
import static dev.muster.password.HashPart.SALT_ENCODING;
import static dev.muster.password.HashPart.SALT_SEPARATOR;
import static dev.muster.password.HashPart.SCHEME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hashes in the columns of Keycloak's database and of Firebase's export. */
class SystemColumnsTest {

  private static final HashSchemes ALL = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final TableHashes HASHES = new TableHashes(CostBounds.DEFAULTS);
  private static final String PASSWORD = "correct horse battery staple";

  private static final String SECRET_DATA =
      "{\"value\":\"4zw2pEyU3C+IJykgaR3CC3mvuVqG6csQl2YHnuPdsvU=\","
          + "\"salt\":\"7k07eque5M4AX+SiTwtnHA==\",\"additionalParameters\":{}}";
  private static final String CREDENTIAL_DATA =
      "{\"hashIterations\":100,\"algorithm\":\"pbkdf2-sha256\",\"additionalParameters\":{}}";

  private static final String[] FIREBASE = firebase();

  private static String[] firebase() {
    return StandardSchemes.known().stream()
        .filter(known -> known.name().equals("firebase-scrypt"))
        .findFirst()
        .orElseThrow()
        .about()
        .example()
        .split("\\$", -1);
  }

  private static String account() {
    return "{\"localId\":\"abc\",\"email\":\"ann@example.com\",\"passwordHash\":\""
        + FIREBASE[4]
        + "\",\"salt\":\""
        + FIREBASE[3]
        + "\"}";
  }

  @Test
  void keycloaksTwoColumnsAreOneHash() {
    verifies(Map.of(SCHEME, "keycloak", HASH, SECRET_DATA, PARAMETERS, CREDENTIAL_DATA));
  }

  @Test
  void keycloaksColumnsBeforeVersion8AreParts() {
    verifies(
        Map.of(
            SCHEME,
            "pbkdf2-phc-sha256",
            HASH,
            "4zw2pEyU3C+IJykgaR3CC3mvuVqG6csQl2YHnuPdsvU=",
            SALT,
            "7k07eque5M4AX+SiTwtnHA==",
            SALT_ENCODING,
            "base64",
            ITERATIONS,
            "100"));
  }

  @Test
  void oneOfKeycloaksColumnsAloneIsExplained() {
    HashParts.Reading reading = HASHES.read(new HashParts(Map.of(HASH, SECRET_DATA)));

    assertThat(((HashParts.Reading.Refused) reading).message())
        .contains("Keycloak", "password_parameters")
        .doesNotContain("okta", "4zw2");
    assertThat(HASHES.read(new HashParts(Map.of(SCHEME, "keycloak", HASH, SECRET_DATA))))
        .isEqualTo(
            new HashParts.Reading.Refused(
                PARAMETERS, "The scheme keycloak needs password_parameters."));
    assertThat(HASHES.read(CREDENTIAL_DATA)).isInstanceOf(HashReading.Malformed.class);
    assertThat(((HashReading.Malformed) HASHES.read(CREDENTIAL_DATA)).message())
        .contains("keycloak");
  }

  @Test
  void damagedKeycloakColumnsAreRefused() {
    assertThat(
            HASHES.read(
                new HashParts(
                    Map.of(SCHEME, "keycloak", HASH, SECRET_DATA, PARAMETERS, "{\"a\":1}}"))))
        .isInstanceOf(HashParts.Reading.Refused.class);
  }

  @Test
  void auth0sObjectIsNotTakenForOktas() {
    String text = "{\"algorithm\":\"bcrypt\",\"hash\":{\"value\":\"$2b$10$x\"}}";

    assertThat(ALL.read(text)).isInstanceOf(HashReading.NotMine.class);
    HashParts.Reading reading = HASHES.read(new HashParts(Map.of(HASH, text)));
    assertThat(((HashParts.Reading.Refused) reading).message()).contains("auth0");
  }

  @Test
  void aUserOfFirebasesExportHasHashAndSalt() {
    Map<HashPart, String> parts =
        Map.of(
            SCHEME,
            "firebase-scrypt",
            HASH,
            account(),
            KEY,
            FIREBASE[6],
            SALT_SEPARATOR,
            FIREBASE[5],
            COST,
            "6",
            ITERATIONS,
            "8");

    assertThat(verifies(parts).encoded()).startsWith("$firescrypt$").doesNotContain("ann@");
    assertThat(ALL.read(account())).isInstanceOf(HashReading.Unverifiable.class);
  }

  @Test
  void theParametersOfTheProjectAreTakenAsTheConsoleShowsThem() {
    String console =
        """
        hash_config {
          algorithm: SCRYPT,
          base64_signer_key: %s,
          base64_salt_separator: %s,
          rounds: 8,
          mem_cost: 6,
        }
        """
            .formatted(FIREBASE[6], FIREBASE[5]);
    String json =
        "{\"algorithm\":\"SCRYPT\",\"signerKey\":\"%s\",\"saltSeparator\":\"%s\",\"rounds\":8,"
                .formatted(FIREBASE[6], FIREBASE[5])
            + "\"memoryCost\":6}";

    for (String parameters : List.of(console, json)) {
      verifies(
          Map.of(
              SCHEME,
              "firebase-scrypt",
              HASH,
              FIREBASE[4],
              SALT,
              FIREBASE[3],
              PARAMETERS,
              parameters));
      verifies(Map.of(SCHEME, "firebase-scrypt", HASH, account(), PARAMETERS, parameters));
    }
    assertThat(
            HASHES.read(
                new HashParts(
                    Map.of(SCHEME, "firebase-scrypt", HASH, account(), PARAMETERS, "none"))))
        .isInstanceOf(HashParts.Reading.Refused.class);
  }

  @Test
  void theKeyCompletesATextOfSuperTokens() {
    String text = "$f_scrypt$" + FIREBASE[4] + "$" + FIREBASE[3] + "$m=6$r=8$s=" + FIREBASE[5];

    verifies(Map.of(SCHEME, "firebase-scrypt", HASH, text, KEY, FIREBASE[6]));
    assertThat(ALL.read(text)).isInstanceOf(HashReading.Unverifiable.class);
  }

  @Test
  void clerksFormTellsWhatItIs() {
    String text = String.join("$", FIREBASE[4], FIREBASE[3], FIREBASE[6], FIREBASE[5], "8", "6");

    verifies(Map.of(HASH, text));
    assertThat(ALL.read(text.replace("$8$6", "$8$6$"))).isInstanceOf(HashReading.NotMine.class);
    assertThat(SchemeMatch.of(text)).extracting(SchemeMatch::scheme).contains("firebase-scrypt");
  }

  private static EncodedHash verifies(Map<HashPart, String> parts) {
    HashParts.Reading reading = HASHES.read(new HashParts(parts));
    assertThat(reading).isInstanceOf(HashParts.Reading.Accepted.class);
    EncodedHash hash = ((HashParts.Reading.Accepted) reading).hash();
    assertThat(ALL.verify(hash, PASSWORD.getBytes(UTF_8))).isTrue();
    assertThat(ALL.verify(hash, "another".getBytes(UTF_8))).isFalse();
    return hash;
  }
}
