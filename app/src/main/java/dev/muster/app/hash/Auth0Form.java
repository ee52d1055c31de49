package dev.muster.app.hash;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.kdf.Argon2Hash;
import dev.muster.app.hash.kdf.DerivedKey;
import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.kdf.ScryptHash;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.EncodedText;
import dev.muster.password.HashFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How Auth0's {@code custom_password_hash} has a hash of another scheme, if one of its algorithms
 * computes the same.
 *
 * @param shownHash what stands for the hash in documentation
 */
record Auth0Form(HashFields fields, String shownHash) {

  static final String MEMBER = "custom_password_hash";

  private static final String UTF8 = "utf8";
  private static final String BASE64 = "base64";
  private static final String SHOWN = "HASH";

  /** Digests without a salt in hex, by the name of Auth0's algorithm. */
  private static final Map<String, String> BARE_DIGESTS =
      Map.of(
          "nt", "md4",
          "hex-md4", "md4",
          "django-unsalted-md5", "md5",
          "hex-sha1", "sha1",
          "django-unsalted-sha1", "sha1",
          "hex-sha256", "sha256",
          "hex-sha512", "sha512");

  /** Django's digests {@code ALGORITHM$SALT$HEX}. */
  private static final Set<String> DJANGO_DIGESTS = Set.of("django-md5", "django-sha1");

  private static final Set<String> DIGESTS = Set.of("md4", "md5", "sha1", "sha256", "sha512");

  /** The form of a hash; empty if Auth0 has none. */
  static Optional<Auth0Form> of(KnownScheme known, String text) {
    if (known.name().equals("bcrypt")) {
      return Optional.of(asText("bcrypt", text, SHOWN));
    }
    if (known.name().matches("ldap-s?(?:md5|sha[0-9]*)")) {
      return Optional.of(asText("ldap", text, SHOWN));
    }
    @Nullable String bare = BARE_DIGESTS.get(known.name());
    if (bare != null) {
      String letters = known.name().equals("nt") ? "utf16le" : UTF8;
      String digits = text.substring(text.lastIndexOf('$') + 1);
      return Optional.of(digest(bare, new EncodedText(digits, "hex"), null, false, letters));
    }
    if (DJANGO_DIGESTS.contains(known.name())) {
      List<String> parts = List.of(text.split("\\$", -1));
      return Optional.of(
          digest(
              parts.get(0),
              new EncodedText(parts.get(2), "hex"),
              new EncodedText(parts.get(1), UTF8),
              false,
              UTF8));
    }
    return known.parse(text).flatMap(parsed -> of(parsed, text));
  }

  private static Optional<Auth0Form> of(ParsedHash parsed, String text) {
    if (parsed instanceof Argon2Hash) {
      return tail("argon2", text, "$argon2")
          .filter(form -> Argon2Hash.parse(form.fields.hash().text()).isPresent());
    }
    if (parsed instanceof BcryptHash) {
      return tail("bcrypt", text, "$2").filter(it -> it.fields.hash().text().length() == 60);
    }
    if (parsed instanceof Pbkdf2Hash key) {
      String digest = key.prf().digestName();
      return Optional.of(pbkdf2(digest, key.iterations(), key.salt(), key.digest()));
    }
    if (parsed instanceof DerivedKey key) {
      String digest = key.digest().wireName();
      return Optional.of(pbkdf2(digest, key.iterations(), key.salt(), key.key()));
    }
    if (parsed instanceof ScryptHash key) {
      return Optional.of(scrypt(key));
    }
    if (parsed instanceof SaltedDigest salted) {
      return salted(salted);
    }
    return parsed instanceof KeyedDigest keyed ? keyed(keyed) : Optional.empty();
  }

  /** The end of a text that begins with a tag of another system. */
  private static Optional<Auth0Form> tail(String algorithm, String text, String start) {
    int place = text.indexOf(start);
    String shown = place == 0 ? SHOWN : SHOWN + " from " + start + " on";
    return place < 0
        ? Optional.empty()
        : Optional.of(asText(algorithm, text.substring(place), shown));
  }

  private static Auth0Form asText(String algorithm, String text, String shown) {
    EncodedText hash = new EncodedText(text, UTF8);
    return new Auth0Form(
        new HashFields(algorithm, hash, null, null, null, false, UTF8, null), shown);
  }

  private static Auth0Form pbkdf2(
      String digest, long iterations, SecretBytes salt, SecretBytes key) {
    String start = "$pbkdf2-" + digest + "$i=" + iterations + ",l=" + key.length() + "$";
    return asText(
        "pbkdf2",
        start + salt.toUnpaddedBase64() + "$" + key.toUnpaddedBase64(),
        start + "SALT$" + SHOWN);
  }

  private static Auth0Form scrypt(ScryptHash key) {
    HashFields.Scrypt cost =
        new HashFields.Scrypt(
            key.digest().length(), key.cost().n(), key.cost().r(), key.cost().p());
    return new Auth0Form(
        new HashFields(
            "scrypt", base64(key.digest()), null, null, base64(key.salt()), false, UTF8, cost),
        SHOWN);
  }

  private static Optional<Auth0Form> salted(SaltedDigest hash) {
    boolean before = hash.before().length() > 0;
    boolean after = hash.after().length() > 0;
    if (!DIGESTS.contains(hash.digest().wireName())
        || !isPlain(hash.form())
        || hash.rounds() != 1
        || (before && after)) {
      return Optional.empty();
    }
    SecretBytes salt = after ? hash.after() : hash.before();
    return Optional.of(
        digest(
            hash.digest().wireName(),
            base64(hash.hash()),
            before || after ? base64(salt) : null,
            after,
            hash.form().letters().wireName()));
  }

  private static Auth0Form digest(
      String name, EncodedText hash, @Nullable EncodedText salt, boolean after, String letters) {
    return new Auth0Form(new HashFields(name, hash, null, null, salt, after, letters, null), SHOWN);
  }

  private static Optional<Auth0Form> keyed(KeyedDigest hash) {
    List<SecretBytes> message = hash.message().pieces();
    if (hash.key().hasPassword() || !isPlain(hash.form()) || message.size() != 2) {
      return Optional.empty();
    }
    boolean before = message.get(0).length() > 0;
    boolean after = message.get(1).length() > 0;
    return before && after
        ? Optional.empty()
        : Optional.of(
            new Auth0Form(
                new HashFields(
                    "hmac",
                    base64(hash.hash()),
                    hash.digest().wireName(),
                    base64(hash.key().pieces().get(0)),
                    before || after ? base64(message.get(after ? 1 : 0)) : null,
                    after,
                    hash.form().letters().wireName(),
                    null),
                SHOWN));
  }

  private static boolean isPlain(PasswordForm form) {
    return form.hexOf().isEmpty()
        && Set.of(UTF8, "utf16le", "latin1").contains(form.letters().wireName());
  }

  private static EncodedText base64(SecretBytes bytes) {
    return new EncodedText(bytes.toBase64(), BASE64);
  }

  /** The value of {@code custom_password_hash}, with names in place of secrets. */
  Members shown() {
    return members(shownHash, "SALT", "KEY");
  }

  /** The value of {@code custom_password_hash} with these texts. */
  Members members(String hashText, String saltText, String keyText) {
    Members hash = encoded(fields.hash(), hashText);
    String digest = fields.digest();
    EncodedText key = fields.key();
    if (digest != null && key != null) {
      hash.with("digest", digest).with("key", encoded(key, keyText));
    }
    Members custom = new Members().with("algorithm", fields.algorithm()).with("hash", hash);
    EncodedText salt = fields.salt();
    if (salt != null) {
      Members salted = encoded(salt, saltText);
      custom.with("salt", fields.saltAfter() ? salted.with("position", "suffix") : salted);
    }
    if (!fields.passwordEncoding().equals(UTF8)) {
      custom.with("password", new Members().with("encoding", fields.passwordEncoding()));
    }
    HashFields.Scrypt cost = fields.scrypt();
    return cost == null
        ? custom
        : custom
            .with("keylen", cost.keyLength())
            .with("cost", cost.n())
            .with("blockSize", cost.r())
            .with("parallelization", cost.p());
  }

  private static Members encoded(EncodedText kind, String text) {
    Members value = new Members().with("value", text);
    return kind.encoding().equals(UTF8) ? value : value.with("encoding", kind.encoding());
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Auth0Form[algorithm=" + fields.algorithm() + "]";
  }
}
