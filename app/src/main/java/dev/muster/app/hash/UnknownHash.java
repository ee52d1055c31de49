package dev.muster.app.hash;

import dev.muster.app.hash.scheme.HexText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text in a column of hashes probably is, if it does not tell its scheme. Has no part of the
 * text.
 *
 * @param kind how it looks
 * @param words the look in words, such as {@code 40 hex digits}
 * @param digest the digest that has this length; empty if the text is none
 */
record UnknownHash(Kind kind, String words, Optional<String> digest) {

  /** How a text looks. */
  enum Kind {
    /** A digest in hex or base64, without anything that names it. */
    BARE_DIGEST,
    /** A digest with a salt behind a colon. */
    DIGEST_AND_SALT,
    /** A salt and a key of scrypt. */
    SALT_AND_KEY,
    /** A mark of an account that has no password. */
    NO_PASSWORD,
    /** A scheme's own form. */
    SCHEME,
    /** One of the two columns of JSON in which Keycloak stores a password. */
    KEYCLOAK_COLUMN,
    /** Auth0's object {@code custom_password_hash}. */
    AUTH0_OBJECT,
    /** Anything else. */
    PLAIN
  }

  private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
  private static final Pattern HEX_AND_SALT = Pattern.compile("([0-9A-Fa-f]{32,128}):.+");
  private static final Pattern SALT_AND_KEY =
      Pattern.compile("[0-9A-Za-z]{16,64}[:.][0-9a-f]{128}|[0-9a-f]{128}[:.][0-9A-Za-z]{16,64}");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");
  private static final Pattern NONE = Pattern.compile("!.*|\\*|\\*LK\\*|\\*NP\\*|x");
  private static final Pattern AUTH0 = Pattern.compile("\"hash\"\\s*:\\s*\\{");
  private static final Pattern FORM =
      Pattern.compile("[$_{].*|[^$]*\\$.*\\$.*|\\*[0-9A-Fa-f]{39,}");

  private static final String SOLVE =
      " muster hash solve finds out which, with the hash, salt and password of one user.";

  static UnknownHash of(String text) {
    if (NONE.matcher(text).matches()) {
      return new UnknownHash(Kind.NO_PASSWORD, "", Optional.empty());
    }
    String plain = HexText.digits(text);
    Optional<String> hex =
        HEX.matcher(plain).matches() ? ofDigits(plain.length()) : Optional.empty();
    if (hex.isPresent()) {
      return new UnknownHash(Kind.BARE_DIGEST, plain.length() + " hex digits", hex);
    }
    if (SALT_AND_KEY.matcher(text).matches()) {
      return new UnknownHash(Kind.SALT_AND_KEY, "", Optional.empty());
    }
    if (HEX_AND_SALT.matcher(text).matches()) {
      int digits = text.indexOf(':');
      return new UnknownHash(
          Kind.DIGEST_AND_SALT, digits + " hex digits and a salt", ofDigits(digits));
    }
    if (text.startsWith("{")) {
      return new UnknownHash(ofObject(text), "", Optional.empty());
    }
    Optional<String> base64 = ofBase64(text);
    if (base64.isPresent()) {
      return new UnknownHash(Kind.BARE_DIGEST, "a digest in base64", base64);
    }
    return new UnknownHash(
        FORM.matcher(text).matches() ? Kind.SCHEME : Kind.PLAIN, "", Optional.empty());
  }

  private static Kind ofObject(String text) {
    if (text.contains("\"additionalParameters\"")) {
      return Kind.KEYCLOAK_COLUMN;
    }
    return AUTH0.matcher(text).find() ? Kind.AUTH0_OBJECT : Kind.SCHEME;
  }

  private static Optional<String> ofDigits(int digits) {
    return digits % 2 == 0 ? ofBytes(digits / 2) : Optional.empty();
  }

  private static Optional<String> ofBase64(String text) {
    boolean padded = text.length() % 4 == 0 && BASE64.matcher(text).matches();
    int padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    return padded ? ofBytes(text.length() / 4 * 3 - padding) : Optional.empty();
  }

  private static Optional<String> ofBytes(int bytes) {
    return switch (bytes) {
      case 16 -> Optional.of("md5");
      case 20 -> Optional.of("sha1");
      case 28 -> Optional.of("sha224");
      case 32 -> Optional.of("sha256");
      case 48 -> Optional.of("sha384");
      case 64 -> Optional.of("sha512");
      default -> Optional.empty();
    };
  }

  /** Whether it is part of a document of a known system. */
  boolean isObject() {
    return kind == Kind.KEYCLOAK_COLUMN || kind == Kind.AUTH0_OBJECT;
  }

  boolean isBareDigest() {
    return kind == Kind.BARE_DIGEST;
  }

  /** What the text probably is, and what to do; there is no column with a salt. */
  String advice() {
    return switch (kind) {
      case BARE_DIGEST ->
          "The cell has "
              + words
              + ", as of "
              + digest.orElse("")
              + ". Name the scheme in password_scheme, a column or a constant of a mapping: "
              + unsalted()
              + " without a salt; with one, digest with password_digest "
              + digest.orElse("")
              + ", password_salt and password_input."
              + SOLVE;
      case DIGEST_AND_SALT ->
          "The cell has "
              + words
              + " behind a colon. A mapping divides it: {split: \":\", to: [password_hash,"
              + " password_salt]}; its constants are "
              + salted()
              + SOLVE;
      case SALT_AND_KEY ->
          "The cell looks like a salt and a key of scrypt, as programs for Node.js write them. Name"
              + " the scheme in password_scheme, a column or a constant of a mapping: better-auth,"
              + " or node-scrypt."
              + SOLVE;
      case NO_PASSWORD ->
          "The cell marks an account without a password. Leave it empty, and add a column"
              + " password_scheme, which may be empty too.";
      case SCHEME ->
          "The cell looks like a hash of a scheme that Muster does not know, or like a damaged"
              + " one: see muster hash identify.";
      case KEYCLOAK_COLUMN ->
          "This is one of Keycloak's two columns about a password. Enter secret_data as"
              + " password_hash, credential_data as password_parameters, and keycloak as"
              + " password_scheme.";
      case AUTH0_OBJECT -> "This is Auth0's custom_password_hash, which the format auth0 takes.";
      case PLAIN ->
          "The cell is no hash that tells its scheme. If it is a plain password: tables take hashes"
              + " only, and a restauth document takes plain passwords, which are hashed. If it is"
              + " a hash: muster hash identify tells by which name of a scheme it could be read.";
    };
  }

  /** What the text probably is, and what to do; there is a column with a salt. */
  String adviceWithSalt() {
    return isBareDigest()
        ? "The hash has "
            + words
            + ", as of "
            + digest.orElse("")
            + ". Add columns, or constants of a mapping: "
            + salted()
            + SOLVE
        : advice();
  }

  private String unsalted() {
    return switch (digest.orElse("")) {
      case "md5" -> "django-unsalted-md5";
      case "sha224" -> "digest with password_digest sha224";
      default -> "hex-" + digest.orElse("");
    };
  }

  private String salted() {
    return "password_scheme digest, password_digest "
        + digest.orElse("sha256")
        + ", and in password_input the order, {salt}{password} or {password}{salt}.";
  }

  /** Only how it looks. */
  @Override
  public String toString() {
    return kind + " " + words;
  }
}
