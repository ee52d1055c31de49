package dev.muster.app.hash.vendor;

import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.Prf;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PBKDF2 as plug-ins of Mosquitto write it: {@code PBKDF2$sha512$100000$SALT$KEY}, the key in
 * base64. mosquitto-go-auth has the salt in base64, unless its option {@code hasher_salt_encoding}
 * is utf-8. Its predecessor mosquitto-auth-plug uses the salt as it is written. As the text does
 * not tell which, both are computed.
 *
 * <p>Source: mosquitto-go-auth's {@code hashing/pbkdf2.go}; mosquitto-auth-plug's {@code
 * pbkdf2-check.c}.
 *
 * @param readings the same hash with each possible salt, at least one
 */
record MosquittoGoAuth(List<Pbkdf2Hash> readings) implements ParsedHash {

  private static final String PREFIX = "PBKDF2$";
  private static final Pattern FORM =
      Pattern.compile(
          "PBKDF2\\$(sha256|sha512)\\$(N)\\$([^$]+)\\$([^$]+)".replace("N", Decimal.PATTERN));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "mosquitto-go-auth",
              text -> text.startsWith(PREFIX),
              MosquittoGoAuth::parse,
              new About(
                  "PBKDF2, as plug-ins of Mosquitto write it",
                  "PBKDF2$sha512$1000$AAECAwQFBgcICQoLDA0ODw==$A6AmFIti7CKlYdoPiV9jf1d9llp37o"
                      + "27Wms8Zx8fwMJGCOigJzAthOW3Pg+XF5PnNiYnsQsIz1N5NtynrEm78w==",
                  "correct horse battery staple",
                  "mosquitto-go-auth, mosquitto-auth-plug, ChirpStack, LoRa Server",
                  "the passwords file, what follows the user and the colon, or the column of the"
                      + " query in auth_opt_pg_userquery",
                  Advice.ADVISABLE)));

  MosquittoGoAuth {
    readings = List.copyOf(readings);
  }

  static Optional<MosquittoGoAuth> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Prf prf = form.group(1).equals("sha256") ? Prf.SHA256 : Prf.SHA512;
    long iterations = Decimal.parse(form.group(2));
    Stream<SecretBytes> salts =
        Stream.concat(
            SecretBytes.ofBase64(form.group(3)).stream(),
            Stream.of(SecretBytes.ofUtf8(form.group(3))));
    return SecretBytes.ofBase64(form.group(4))
        .map(
            key ->
                new MosquittoGoAuth(
                    salts.map(salt -> new Pbkdf2Hash(prf, iterations, salt, key)).toList()));
  }

  /** Both readings together have to be within the limits. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    Pbkdf2Hash first = readings.get(0);
    return first
        .outside(bounds)
        .or(() -> bounds.pbkdf2(first.iterations(), readings.size() * first.blocks()));
  }

  @Override
  public int saltLength() {
    return readings.get(0).saltLength();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return readings.stream().anyMatch(reading -> reading.matches(passwordUtf8));
  }
}
