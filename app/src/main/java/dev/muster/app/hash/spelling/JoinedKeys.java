package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.kdf.PlainPbkdf2;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PBKDF2 as a digest's name, iterations, salt and key:
 *
 * <ul>
 *   <li>CrackStation's code: {@code sha1:64000:18:SALT:KEY}, the third field the length of the key,
 *       which older versions and hashcat omit;
 *   <li>Jakarta Security: {@code PBKDF2WithHmacSHA256:2048:SALT:KEY};
 *   <li>Mosquitto since 2.0: {@code $7$101$SALT$KEY}, SHA-512;
 *   <li>macOS: {@code $ml$ITERATIONS$SALT$KEY}, SHA-512, in hex;
 *   <li>Jenkins in FIPS mode: {@code $PBKDF2$HMACSHA512:210000:SALT$KEY}, in hex.
 * </ul>
 *
 * <p>Sources: github.com/defuse/password-hashing; Jakarta Security's {@code Pbkdf2PasswordHash};
 * Mosquitto's {@code src/password_mosq.c}; hashcat's example hashes; Jenkins's {@code
 * HudsonPrivateSecurityRealm}.
 */
final class JoinedKeys {

  /** Jakarta Security's keys have any length; by this unit a text that was cut is told. */
  private static final int KEY_UNIT = 16;

  private static final Pattern CRACKSTATION =
      form("(md5|sha1|sha224|sha256|sha384|sha512):(N):(?:(N):)?([^:]+):([^:]+)");
  private static final Pattern JAKARTA =
      form("PBKDF2WithHmac(SHA1|SHA224|SHA256|SHA384|SHA512):(N):([^:]+):([^:]+)");
  private static final Pattern MOSQUITTO = form("\\$7\\$(N)\\$([^$]+)\\$([^$]+)");
  private static final Pattern MACOS = form("\\$ml\\$(N)\\$([0-9a-f]+)\\$([0-9a-f]+)");
  private static final Pattern JENKINS =
      form("\\$PBKDF2\\$HMACSHA512:(N):([0-9a-f]+)[$:]([0-9a-f]+)");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "crackstation",
              About.of(
                  "PBKDF2 with fields between colons",
                  "sha1:100:18:AAECAwQFBgcICQoLDA0ODw==:brcU9xxwwTHAWjXHJvmOakSF",
                  "programs with CrackStation's code (defuse/password-hashing), hashcat",
                  "the column of the users table, as it is",
                  LEGACY),
              "ms",
              JoinedKeys::crackStation),
          new KnownSpelling(
              "jakarta",
              About.of(
                  "Jakarta Security: PBKDF2",
                  "PBKDF2WithHmacSHA256:2048:AAECAwQFBgcICQoLDA0ODw==:/9zhbw+FzXBqVUlk67SOWBZ"
                      + "cdBTaue6WYpmhu+G+Y6E=",
                  "Jakarta EE servers: GlassFish, Payara, WildFly, Open Liberty",
                  "the column that the callerQuery of @DatabaseIdentityStoreDefinition reads",
                  ADVISABLE),
              "P",
              JoinedKeys::jakarta),
          new KnownSpelling(
              "mosquitto",
              About.of(
                  "Mosquitto: PBKDF2",
                  "$7$101$AAECAwQFBgcICQoL$cJ75j/0MokIxIQCU/t1k7JBGVfwD3W1st+OyLYF0EzgRLNjRye"
                      + "xylNuHrNThmUCWBWt20yys3R1zS31q5smg/w==",
                  "Mosquitto since 2.0",
                  "the file that mosquitto_passwd wrote, what follows the colon",
                  LEGACY),
              "$",
              text -> sha512(MOSQUITTO, text, SecretBytes::ofBase64, Set.of(64))),
          new KnownSpelling(
              "macos",
              About.of(
                  "macOS: PBKDF2",
                  "$ml$100$000102030405060708090a0b0c0d0e0f$d13507d6cd64322b360308aab88cbef7d"
                      + "37046c67871e63178c6e37586dd4211b7a6fbdd379d62cd6011a4c9767420ecdad41b8c0ce"
                      + "14353444acf88b4aa6e92658a55d02447096adffdede15cdb3b4d69bcd0ae885953df8fa2f"
                      + "65c20ae625b13359b34a49419790108c3707934c88846370997c259da220de21b589469351"
                      + "7",
                  "macOS since 10.8",
                  "ShadowHashData in /var/db/dslocal/nodes/Default/users/NAME.plist: iterations,"
                      + " salt and entropy of SALTED-SHA512-PBKDF2, the last two in hex",
                  ADVISABLE),
              "$",
              text -> sha512(MACOS, text, SecretBytes::ofHex, Set.of(64, 128))),
          new KnownSpelling(
              "jenkins-pbkdf2",
              About.of(
                  "Jenkins: PBKDF2",
                  "$PBKDF2$HMACSHA512:100:000102030405060708090a0b0c0d0e0f$d13507d6cd64322b36"
                      + "0308aab88cbef7d37046c67871e63178c6e37586dd4211b7a6fbdd379d62cd6011a4c97674"
                      + "20ecdad41b8c0ce14353444acf88b4aa6e92",
                  "Jenkins in FIPS mode",
                  "users/*/config.xml: passwordHash",
                  ADVISABLE),
              "$",
              text -> sha512(JENKINS, text, SecretBytes::ofHex, Set.of(64))));

  private JoinedKeys() {}

  /** Decodes salt and key. */
  private interface Decoder {
    Optional<SecretBytes> bytes(String text);
  }

  private static Optional<Respelled> crackStation(String text) {
    Matcher form = CRACKSTATION.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String length = form.group(3);
    Optional<SecretBytes> key =
        SecretBytes.ofBase64(form.group(5))
            .filter(k -> length == null || length.equals(Integer.toString(k.length())));
    return respelled(form.group(1), form.group(2), SecretBytes.ofBase64(form.group(4)), key);
  }

  private static Optional<Respelled> jakarta(String text) {
    Matcher form = JAKARTA.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String digestName = form.group(1).toLowerCase(Locale.ROOT);
    int digestLength = Digest.ofWireName(digestName).orElseThrow().length();
    Optional<SecretBytes> key =
        SecretBytes.ofBase64(form.group(4))
            .filter(k -> k.length() == digestLength || k.length() % KEY_UNIT == 0);
    return respelled(digestName, form.group(2), SecretBytes.ofBase64(form.group(3)), key);
  }

  private static Optional<Respelled> sha512(
      Pattern pattern, String text, Decoder decoder, Set<Integer> lengths) {
    Matcher form = pattern.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<SecretBytes> key =
        decoder.bytes(form.group(3)).filter(k -> lengths.contains(k.length()));
    return respelled("sha512", form.group(1), decoder.bytes(form.group(2)), key);
  }

  private static Optional<Respelled> respelled(
      String digestName, String iterations, Optional<SecretBytes> salt, Optional<SecretBytes> key) {
    Digest digest = Digest.ofWireName(digestName).orElseThrow();
    return salt.flatMap(s -> key.map(k -> PlainPbkdf2.respelled(digest, iterations, s, k)));
  }

  private static Pattern form(String regex) {
    return Pattern.compile(regex.replace("(N)", "(" + Decimal.PATTERN + ")"));
  }
}
