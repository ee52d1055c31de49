package dev.muster.app.hash;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.kdf.PlainPbkdf2;
import dev.muster.app.hash.kdf.PlainScrypt;
import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.app.hash.vendor.Auth0Custom;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.EncodedText;
import dev.muster.password.HashFields;
import dev.muster.password.HashFields.Field;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import java.io.Serial;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Auth0's {@code custom_password_hash} and spells it as a hash of {@link Auth0Custom}. A hash
 * that no password could ever match is refused.
 *
 * <p>Source: Auth0's documentation, "Bulk user import database schema and examples".
 */
public final class Auth0Hashes implements HashFields.Reader {

  private static final byte[] NOTHING = {};
  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$.*", Pattern.DOTALL);
  private static final Pattern LDAP_DIGEST =
      Pattern.compile("\\{(?i:s?md5|s?sha(?:224|256|384|512)?)\\}.*", Pattern.DOTALL);
  private static final Pattern PBKDF2 =
      Pattern.compile(
          "\\$pbkdf2-([^$]+)\\$(?:([il])=([0-9]+)(?:,([il])=([0-9]+))?\\$)?([^$]*)\\$([^$]+)");
  private static final String ITERATIONS = "100000";
  private static final String LENGTH = "64";

  private static final String CLEARTEXT =
      "This is the password itself, and no hash: write its bcrypt hash, leave custom_password_hash"
          + " out, or import the user from a RestAuth document, whose plain passwords are hashed";

  private final HashScheme custom;
  private final CostBounds bounds;
  private final SharedSchemes all;

  /**
   * A reader.
   *
   * @param custom the scheme of {@link Auth0Custom}, with the same limits as all
   * @param all looked at only if a hash is refused
   */
  private Auth0Hashes(HashScheme custom, SharedSchemes all) {
    this.custom = custom;
    this.bounds = all.bounds();
    this.all = all;
  }

  /** A reader with the limits of these schemes. */
  public static Auth0Hashes within(SharedSchemes all) {
    return new Auth0Hashes(Auth0Custom.SCHEMES.get(0).within().apply(all.bounds()), all);
  }

  @Override
  public boolean made(EncodedHash stored) {
    return stored.scheme().equals(Auth0Custom.NAME);
  }

  @Override
  public HashFields.Reading read(HashFields fields) {
    try {
      return explained(
          read(Auth0Custom.encode(form(fields), before(fields), after(fields), inner(fields))),
          fields);
    } catch (BadField e) {
      return explained(e.refusal, fields);
    }
  }

  /** The reading, or a better reason if the text is the password itself. */
  private HashFields.Reading explained(HashFields.Reading reading, HashFields fields) {
    return reading instanceof HashFields.Reading.Refused
            && all.get().read(fields.hash().text()) instanceof HashReading.Cleartext
        ? new HashFields.Reading.Refused(Field.HASH, false, CLEARTEXT)
        : reading;
  }

  private HashFields.Reading read(String encoded) {
    HashReading reading = custom.readAs(encoded);
    if (reading instanceof HashReading.Accepted accepted) {
      return new HashFields.Reading.Accepted(accepted.hash());
    }
    return reading instanceof HashReading.OutOfBounds costly
        ? new HashFields.Reading.Refused(
            Field.HASH, true, "The cost is outside the limits: " + costly.message())
        : new HashFields.Reading.Refused(
            Field.HASH, false, "No password can match this hash: it is not well-formed");
  }

  private String inner(HashFields fields) throws BadField {
    return switch (fields.algorithm()) {
      case "bcrypt" ->
          matching(fields, BCRYPT, "Not a bcrypt hash that begins with $2a$, $2b$, $2y$");
      case "argon2" -> fields.hash().text();
      case "ldap" ->
          matching(fields, LDAP_DIGEST, "Not a digest as LDAP writes it: {SSHA} and base64");
      case "pbkdf2" -> pbkdf2(fields.hash().text());
      case "scrypt" -> scrypt(fields);
      case "hmac" -> hmac(fields);
      default -> digest(fields);
    };
  }

  private static String matching(HashFields fields, Pattern form, String otherwise)
      throws BadField {
    String text = fields.hash().text();
    if (!form.matcher(text).matches()) {
      throw new BadField(Field.HASH, otherwise);
    }
    return text;
  }

  private static String digest(HashFields fields) throws BadField {
    Digest digest = Digest.ofWireName(fields.algorithm()).orElseThrow();
    byte[] hash = digestBytes(fields, digest);
    return SaltedDigest.encode(digest, PasswordForm.PLAIN, NOTHING, NOTHING, hash);
  }

  private static String hmac(HashFields fields) throws BadField {
    Digest digest = Digest.ofWireName(String.valueOf(fields.digest())).orElseThrow();
    EncodedText key = fields.key();
    byte[] keyBytes = key == null ? NOTHING : decoded(Field.KEY, key).toBytes();
    byte[] hash = digestBytes(fields, digest);
    return KeyedDigest.encode(digest, PasswordForm.PLAIN, keyBytes, NOTHING, NOTHING, hash);
  }

  private static byte[] digestBytes(HashFields fields, Digest digest) throws BadField {
    SecretBytes hash = decoded(Field.HASH, fields.hash());
    if (hash.length() != digest.length()) {
      throw new BadField(
          Field.HASH,
          "The hash has "
              + hash.length()
              + " bytes, and "
              + digest.wireName()
              + " has "
              + digest.length());
    }
    return hash.toBytes();
  }

  private String scrypt(HashFields fields) throws BadField {
    HashFields.Scrypt cost = fields.scrypt();
    EncodedText salt = fields.salt();
    SecretBytes saltBytes = salt == null ? SecretBytes.of(NOTHING) : decoded(Field.SALT, salt);
    SecretBytes hash = decoded(Field.HASH, fields.hash());
    if (cost == null) {
      throw new IllegalStateException("scrypt without parameters");
    }
    checkScrypt(cost);
    if (hash.length() != cost.keyLength()) {
      throw new BadField(
          Field.KEY_LENGTH,
          "The hash has " + hash.length() + " bytes, and keylen is " + cost.keyLength());
    }
    return PlainScrypt.encode(new ScryptCost(cost.n(), cost.r(), cost.p()), saltBytes, hash);
  }

  private void checkScrypt(HashFields.Scrypt cost) throws BadField {
    atMost(Field.KEY_LENGTH, "The key length", cost.keyLength(), bounds.keyLengthBytesMax());
    atMost(Field.COST, "The cost", cost.n(), bounds.scryptNMax());
    atMost(Field.BLOCK_SIZE, "The block size", cost.r(), bounds.scryptRMax());
    atMost(Field.PARALLELIZATION, "The parallelization", cost.p(), bounds.scryptPMax());
  }

  private static void atMost(Field field, String what, long value, long max) throws BadField {
    if (value > max) {
      throw new BadField(field, true, what + " must be at most " + max);
    }
  }

  private static String pbkdf2(String text) throws BadField {
    Matcher form = PBKDF2.matcher(text);
    if (!form.matches() || (form.group(4) != null && form.group(4).equals(form.group(2)))) {
      throw new BadField(Field.HASH, "Not PBKDF2 in the PHC string format");
    }
    Digest digest = opensslDigest(form.group(1));
    SecretBytes salt = SecretBytes.ofAnyBase64(form.group(6)).orElseThrow(BadField::notBase64);
    SecretBytes key = SecretBytes.ofAnyBase64(form.group(7)).orElseThrow(BadField::notBase64);
    String length = parameter(form, "l").orElse(LENGTH);
    if (!length.equals(Integer.toString(key.length()))) {
      throw new BadField(
          Field.HASH, "The hash has " + key.length() + " bytes, and its length l is " + length);
    }
    return PlainPbkdf2.encode(digest, parameter(form, "i").orElse(ITERATIONS), salt, key);
  }

  private static Optional<String> parameter(Matcher form, String name) {
    if (name.equals(form.group(2))) {
      return Optional.of(form.group(3));
    }
    return name.equals(form.group(4)) ? Optional.of(form.group(5)) : Optional.empty();
  }

  /** The digest of a name that OpenSSL knows: its own, or one of an algorithm for signatures. */
  private static Digest opensslDigest(String name) throws BadField {
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("^(?:rsa|ssl3)-", "")
            .replaceFirst("withrsa(?:encryption)?$", "");
    String digest =
        switch (plain) {
          case "sha1-2" -> "sha1";
          case "ripemd", "rmd160" -> "ripemd160";
          default -> plain;
        };
    return Digest.ofWireName(digest)
        .orElseThrow(
            () ->
                new BadField(
                    Field.HASH,
                    digest.equals("mdc2")
                        ? "PBKDF2's digest mdc2 is not supported"
                        : "PBKDF2's digest is not supported"));
  }

  private static PasswordForm form(HashFields fields) {
    String letters =
        switch (fields.passwordEncoding()) {
          case "utf16le", "ucs2" -> "utf16le";
          case "ascii", "latin1", "binary" -> "latin1";
          default -> "utf8";
        };
    return PasswordForm.named(letters).orElseThrow();
  }

  private static SecretBytes before(HashFields fields) throws BadField {
    return fields.saltAfter() ? SecretBytes.of(NOTHING) : salt(fields);
  }

  private static SecretBytes after(HashFields fields) throws BadField {
    return fields.saltAfter() ? salt(fields) : SecretBytes.of(NOTHING);
  }

  /** The salt that is added to the password; scrypt uses its salt in another way. */
  private static SecretBytes salt(HashFields fields) throws BadField {
    EncodedText salt = fields.salt();
    return salt == null || fields.algorithm().equals("scrypt")
        ? SecretBytes.of(NOTHING)
        : decoded(Field.SALT, salt);
  }

  private static SecretBytes decoded(Field field, EncodedText encoded) throws BadField {
    return switch (encoded.encoding()) {
      case "hex" ->
          SecretBytes.ofHex(encoded.text())
              .orElseThrow(() -> new BadField(field, "The text is not hex"));
      case "base64" ->
          SecretBytes.ofAnyBase64(encoded.text())
              .orElseThrow(() -> new BadField(field, "The text is not base64"));
      default -> SecretBytes.ofUtf8(encoded.text());
    };
  }

  /** A field that makes the hash useless. */
  private static final class BadField extends Exception {

    @Serial private static final long serialVersionUID = 1;

    private final transient HashFields.Reading.Refused refusal;

    BadField(Field field, String message) {
      this(field, false, message);
    }

    BadField(Field field, boolean tooCostly, String message) {
      super(message, null, false, false);
      this.refusal = new HashFields.Reading.Refused(field, tooCostly, message);
    }

    static BadField notBase64() {
      return new BadField(Field.HASH, "Salt and hash must be base64");
    }
  }
}
