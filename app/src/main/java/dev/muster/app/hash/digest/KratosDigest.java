package dev.muster.app.hash.digest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Salted digests as Ory Kratos imports them: {@code $sha256$pf=FORMAT$SALT$DIGEST}, the last three
 * in padded base64. The format is a text such as <code>{SALT}$${PASSWORD}</code> that describes the
 * digest's input. The digest is md5, sha1, sha256 or sha512. MD5 may also come without format and
 * salt: {@code $md5$DIGEST}.
 *
 * <p>A format without the password is refused, as every password would match.
 *
 * <p>Source: Kratos' {@code hash/hash_comparator.go}.
 */
public final class KratosDigest {

  private static final String UNSALTED_MD5 = "$md5$";
  private static final Pattern RECOGNISED =
      Pattern.compile("\\$(?:md5|sha1|sha256|sha512)\\$pf=|\\$md5\\$[A-Za-z0-9+/]{22}==\\z");
  private static final Pattern FORM =
      Pattern.compile("\\$(md5|sha1|sha256|sha512)\\$pf=([^$]+)\\$([^$]*)\\$([^$]+)");
  private static final Pattern PLACE = Pattern.compile("\\{(?:SALT|PASSWORD)}");

  private static final DigestInput PLAIN_PASSWORD =
      DigestInput.around(SecretBytes.ofUtf8(""), SecretBytes.ofUtf8(""));

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "kratos-digest",
              KratosDigest::isMeant,
              KratosDigest::parse,
              new About(
                  "a salted digest, as Ory Kratos writes it",
                  "$sha256$pf=e1NBTFR9e1BBU1NXT1JEfSUk$AHtQQVNTV09SRH3/$jABgOaW"
                      + "C0b9LuImXdTRywSpCsbaI21Rv7WBJjES/Vvk=",
                  "correct horse battery staple",
                  "Ory Kratos",
                  "SELECT config FROM identity_credentials, its member hashed_password",
                  Advice.LEGACY)));

  private KratosDigest() {}

  public static boolean isMeant(String encoded) {
    return RECOGNISED.matcher(encoded).lookingAt();
  }

  static Optional<MixedDigest> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return text.startsWith(UNSALTED_MD5)
          ? parse(Digest.MD5, PLAIN_PASSWORD, text.substring(UNSALTED_MD5.length()))
          : Optional.empty();
    }
    Optional<SecretBytes> format = SecretBytes.ofBase64(form.group(2));
    Optional<SecretBytes> salt = SecretBytes.ofBase64(form.group(3));
    Optional<Digest> digest = Digest.ofWireName(form.group(1));
    if (format.isEmpty() || salt.isEmpty() || digest.isEmpty()) {
      return Optional.empty();
    }
    DigestInput message = message(format.get().toUtf8(), salt.get());
    return message.hasPassword() ? parse(digest.get(), message, form.group(4)) : Optional.empty();
  }

  private static Optional<MixedDigest> parse(Digest digest, DigestInput message, String base64) {
    return SecretBytes.ofBase64(base64)
        .filter(hash -> hash.length() == digest.length())
        .map(hash -> new MixedDigest(digest, message, hash));
  }

  private static DigestInput message(String format, SecretBytes salt) {
    Matcher place = PLACE.matcher(format);
    List<SecretBytes> pieces = new ArrayList<>();
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    int from = 0;
    while (place.find()) {
      piece.writeBytes(format.substring(from, place.start()).getBytes(UTF_8));
      from = place.end();
      if (place.group().equals("{SALT}")) {
        piece.writeBytes(salt.toBytes());
      } else {
        pieces.add(SecretBytes.of(piece.toByteArray()));
        piece.reset();
      }
    }
    piece.writeBytes(format.substring(from).getBytes(UTF_8));
    pieces.add(SecretBytes.of(piece.toByteArray()));
    return new DigestInput(pieces);
  }
}
