package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;
import static dev.muster.app.hash.scheme.Advice.LEGACY;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.app.hash.spelling.KnownSpelling.Form;
import dev.muster.password.HashSpellings.Respelled;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Dovecot's tags: {@code {SHA512-CRYPT}$6$…}, {@code {PLAIN-MD5}HEX}. After the name there may be
 * {@code .HEX} or {@code .B64}: the encoding of what follows, {@code {SSHA.HEX}…}.
 *
 * <p>Source: Dovecot's documentation, "Password Schemes"; {@code password-scheme.c}.
 */
final class DovecotTags {

  private static final String ORIGIN = "Dovecot, also by way of mailcow, PostfixAdmin, iRedMail";
  private static final String EXPORT =
      "SELECT username, password FROM mailbox; or the second field of Dovecot's passwd file";

  /** The schemes of what follows a tag as text. */
  private static final Map<String, String> CRYPTS =
      Map.of(
          "SHA512-CRYPT", "sha512-crypt",
          "SHA256-CRYPT", "sha256-crypt",
          "MD5-CRYPT", "md5-crypt",
          "MD5", "md5-crypt",
          "DES-CRYPT", "des-crypt",
          "BLF-CRYPT", "bcrypt",
          "ARGON2I", "argon2",
          "ARGON2ID", "argon2");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          KnownSpelling.tagged(
              "dovecot-crypt",
              encoded(texts()),
              about(
                  "a tag before a hash of crypt(3) or Argon2",
                  "{BLF-CRYPT}$2y$05$jNfl7f/iqNTAUaQih36rpuH2mdKZ84byoVI8enB2wk3GHXtQ" + "ZzUdi",
                  ADVISABLE)),
          KnownSpelling.tagged(
              "dovecot-digest",
              digests(),
              about(
                  "a digest in hex or base64",
                  "{SSHA256.HEX}9f2b570cbc8e47a0453626d0c5d2cc5a469cc53ec3e5696f51601"
                      + "f040d1912fbd2a17278",
                  LEGACY)),
          KnownSpelling.tagged(
                  "dovecot-pbkdf2",
                  Map.of("PBKDF2", DovecotKeys::pbkdf2),
                  about(
                      "PBKDF2-SHA-1",
                      "{PBKDF2}$1$AcRMzrHXiU5Ipqny$5000$b79b6736cd4a5ea65187de157a07bfe99"
                          + "b52d994",
                      ADVISABLE))
              .withOmissible("{PBKDF2}"),
          KnownSpelling.tagged(
                  "dovecot-scram",
                  Map.of(
                      "SCRAM-SHA-1", DovecotKeys.scram("scram-sha1", "SCRAM-SHA-1"),
                      "SCRAM-SHA-256", DovecotKeys.scram("scram-postgres", "SCRAM-SHA-256")),
                  about(
                      "SCRAM keys",
                      "{SCRAM-SHA-256}4096,YePhalTS1W3BcK1xayByqw==,IeXIwoDe61O1MPqlNgrei"
                          + "F6z7vz5B2arwW3VDD+rrW4=,cVrVC8YbwslhnrduhK55eetpClrWxJvz7cFEBVypXc"
                          + "k=",
                      ADVISABLE))
              .withOmissible("{SCRAM-SHA-256}"));

  private DovecotTags() {}

  private static Map<String, Form> texts() {
    Map<String, Form> texts = new HashMap<>();
    CRYPTS.forEach((tag, scheme) -> texts.put(tag, DovecotTags.crypt(scheme)));
    texts.put("CRYPT", untagged -> Optional.of(Respelled.of("ldap-crypt", "{CRYPT}" + untagged)));
    for (String tag : List.of("PLAIN", "CLEAR", "CLEARTEXT")) {
      texts.put(tag, DirectoryTags::cleartext);
    }
    return texts;
  }

  /** Only a text that is no digest: {@code {MD5}} may be followed by either. */
  private static Form crypt(String scheme) {
    return untagged ->
        scheme.equals("des-crypt") || untagged.startsWith("$")
            ? Optional.of(Respelled.of(scheme, untagged))
            : Optional.empty();
  }

  private static Map<String, Form> digests() {
    Map<String, Form> forms = new HashMap<>();
    Map<String, Function<SecretBytes, Respelled>> salted =
        Map.of(
            "SSHA", bytes -> Respelled.of("ldap-ssha", "{SSHA}" + bytes.toBase64()),
            "SSHA256", bytes -> Respelled.of("ldap-ssha256", "{SSHA256}" + bytes.toBase64()),
            "SSHA384", bytes -> Respelled.of("ldap-ssha384", "{SSHA384}" + bytes.toBase64()),
            "SSHA512", bytes -> Respelled.of("ldap-ssha512", "{SSHA512}" + bytes.toBase64()),
            "SMD5", bytes -> Respelled.of("ldap-smd5", "{SMD5}" + bytes.toBase64()),
            "NTLM", bytes -> Respelled.of("nt", DigestText.hex(bytes)),
            "LANMAN", bytes -> Respelled.of("lm", DigestText.hex(bytes)),
            "CRAM-MD5", bytes -> Respelled.of("cram-md5", "{CRAM-MD5}" + DigestText.hex(bytes)),
            "HMAC-MD5", bytes -> Respelled.of("cram-md5", "{CRAM-MD5}" + DigestText.hex(bytes)));
    salted.forEach(
        (tag, form) -> {
          forms.put(tag + ".HEX", untagged -> SecretBytes.ofHex(untagged).map(form));
          forms.put(tag + ".B64", untagged -> SecretBytes.ofAnyBase64(untagged).map(form));
        });
    bare()
        .forEach(
            (tag, digest) -> {
              forms.put(tag, untagged -> DigestText.bare(digest, untagged));
              forms.put(tag + ".HEX", untagged -> inHex(digest, untagged));
              forms.put(tag + ".B64", untagged -> inBase64(digest, untagged));
            });
    return forms;
  }

  private static Map<String, Digest> bare() {
    return Map.of(
        "PLAIN-MD4", Digest.MD4,
        "PLAIN-MD5", Digest.MD5,
        "LDAP-MD5", Digest.MD5,
        "MD5", Digest.MD5,
        "MD5RAW", Digest.MD5,
        "SHA", Digest.SHA1,
        "SHA1", Digest.SHA1,
        "SHA256", Digest.SHA256,
        "SHA384", Digest.SHA384,
        "SHA512", Digest.SHA512);
  }

  private static Optional<Respelled> inHex(Digest digest, String text) {
    return SecretBytes.ofHex(text)
        .filter(hash -> hash.length() == digest.length())
        .map(hash -> DigestText.bare(digest, hash));
  }

  private static Optional<Respelled> inBase64(Digest digest, String text) {
    return SecretBytes.ofAnyBase64(text)
        .filter(hash -> hash.length() == digest.length())
        .map(hash -> DigestText.bare(digest, hash));
  }

  /** The forms with and without an encoding. */
  private static Map<String, Form> encoded(Map<String, Form> forms) {
    Map<String, Form> all = new HashMap<>(forms);
    forms.forEach(
        (tag, form) -> {
          all.put(
              tag + ".HEX",
              untagged ->
                  SecretBytes.ofHex(untagged).flatMap(DovecotTags::utf8).flatMap(form::read));
          all.put(
              tag + ".B64",
              untagged ->
                  SecretBytes.ofAnyBase64(untagged).flatMap(DovecotTags::utf8).flatMap(form::read));
        });
    return all;
  }

  /** Empty if the bytes are not UTF-8. */
  static Optional<String> utf8(SecretBytes bytes) {
    return Optional.of(bytes.toUtf8()).filter(text -> bytes.sameAs(text.getBytes(UTF_8)));
  }

  private static About about(String title, String example, Advice advice) {
    return About.of("Dovecot: " + title, example, ORIGIN, EXPORT, advice);
  }
}
