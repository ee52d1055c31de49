package dev.muster.app.hash.digest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HMACs as Ory Kratos imports them: {@code $hmac-sha256$CODE$KEY}, the last two in padded base64.
 * The code is written in lower-case hex before its base64. The digest is md4, md5, sha1, sha224,
 * sha256, sha384 or sha512.
 *
 * <p>Source: Kratos' {@code hash/hash_comparator.go}.
 */
record KratosHmac(Digest digest, SecretBytes key, SecretBytes hexCode) implements ParsedHash {

  private static final Pattern FORM =
      Pattern.compile("\\$hmac-(md4|md5|sha1|sha224|sha256|sha384|sha512)\\$([^$]+)\\$([^$]+)");

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "kratos-hmac",
              text -> text.startsWith("$hmac-"),
              KratosHmac::parse,
              new About(
                  "a keyed digest (HMAC), as Ory Kratos writes it",
                  "$hmac-sha256$ODJkNjFkMTllMTc1ZjZiYWU1NDQ2ZWMwMzMyZjYzZTBhYWY"
                      + "4N2VhMmVjYjRiNjZkOGIzMzcxNzZmZTRjODNmYg==$MTIzNDU=",
                  "correct horse battery staple",
                  "Ory Kratos",
                  "SELECT config FROM identity_credentials, its member hashed_password",
                  Advice.LEGACY)));

  static Optional<KratosHmac> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    Optional<Digest> digest = Digest.ofWireName(form.group(1));
    Optional<SecretBytes> code = SecretBytes.ofBase64(form.group(2));
    Optional<SecretBytes> key = SecretBytes.ofBase64(form.group(3));
    return digest.isEmpty() || code.isEmpty() || !isHex(code.get(), digest.get())
        ? Optional.empty()
        : key.map(k -> new KratosHmac(digest.get(), k, code.get()));
  }

  private static boolean isHex(SecretBytes code, Digest digest) {
    return SecretBytes.ofHex(code.toUtf8()).filter(c -> c.length() == digest.length()).isPresent();
  }

  /** No limit: two passes of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    byte[] code = digest.hmac(key.toBytes(), passwordUtf8);
    return hexCode.sameAs(HexFormat.of().formatHex(code).getBytes(US_ASCII));
  }
}
