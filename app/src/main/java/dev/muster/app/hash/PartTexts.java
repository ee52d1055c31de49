package dev.muster.app.hash;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.app.hash.scheme.HexText;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import dev.muster.password.HashParts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decodes the parts of a hash. */
record PartTexts(HashParts parts) {

  private static final String DIGESTS =
      Arrays.stream(Digest.values()).map(Digest::wireName).collect(Collectors.joining(", "));
  private static final List<String> ENCODINGS = List.of("utf8", "hex", "base64");
  private static final Set<String> ARGON2 = Set.of("argon2id", "argon2i", "argon2d");

  boolean has(HashPart part) {
    return parts.has(part);
  }

  String text(HashPart part) {
    return parts.text(part);
  }

  Digest digest() throws BadPart {
    Optional<Digest> digest = Digest.named(text(HashPart.DIGEST));
    if (digest.isEmpty()) {
      throw new BadPart(HashPart.DIGEST, "No digest has this name; there are " + DIGESTS + ".");
    }
    return digest.get();
  }

  /** Argon2's variant, such as {@code argon2id}. */
  String variant() throws BadPart {
    if (!ARGON2.contains(text(HashPart.DIGEST))) {
      throw new BadPart(HashPart.DIGEST, "Enter argon2id, argon2i or argon2d.");
    }
    return text(HashPart.DIGEST);
  }

  /** What the rounds of a digest after the first read. */
  Iteration chain() throws BadPart {
    String name = has(HashPart.CHAIN) ? text(HashPart.CHAIN) : Iteration.BYTES.wireName();
    return Iteration.named(name)
        .orElseThrow(() -> new BadPart(HashPart.CHAIN, "Enter bytes, hex or salted."));
  }

  /** How the password becomes bytes. */
  PasswordForm form() throws BadPart {
    return PasswordForm.named(has(HashPart.ENCODING) ? text(HashPart.ENCODING) : "utf8")
        .orElseThrow(
            () ->
                new BadPart(
                    HashPart.ENCODING,
                    "The password's encoding is utf8, utf16le, latin1, upper or lower."));
  }

  /**
   * The hash, in hex or base64. If the encoding is not given, hex digits are hex. They may have a
   * prefix or dashes, see {@link HexText}.
   */
  SecretBytes hash() throws BadPart {
    String text = text(HashPart.HASH);
    String encoding = text(HashPart.HASH_ENCODING);
    checkHashEncoding();
    String shown = HexText.isOne(text) ? "hex" : "base64";
    return decoded(HashPart.HASH, HashPart.HASH_ENCODING, encoding.isEmpty() ? shown : encoding);
  }

  /** The hash, if it has the length of the digest. Base64 may also have its hex digits. */
  SecretBytes hash(Digest digest) throws BadPart {
    SecretBytes hash = HexText.unwrapped(hash(), digest.length());
    if (hash.length() != digest.length()) {
      throw new BadPart(
          HashPart.HASH,
          "The hash has "
              + hash.length()
              + " bytes, and "
              + digest.wireName()
              + " has "
              + digest.length()
              + ".");
    }
    return hash;
  }

  /**
   * The salt; empty if there is none.
   *
   * @param usual the encoding if none is given
   */
  SecretBytes salt(String usual) throws BadPart {
    return decoded(HashPart.SALT, HashPart.SALT_ENCODING, encoding(HashPart.SALT_ENCODING, usual));
  }

  /** The key; empty if there is none. */
  SecretBytes key(String usual) throws BadPart {
    return decoded(HashPart.KEY, HashPart.KEY_ENCODING, encoding(HashPart.KEY_ENCODING, usual));
  }

  /** A number as decimal digits. */
  String number(HashPart part) throws BadPart {
    if (!Decimal.isOne(text(part))) {
      throw new BadPart(part, "Enter a whole number.");
    }
    return text(part);
  }

  /** Checks a part with the name of an encoding, if it is given. */
  void checkEncoding(HashPart part) throws BadPart {
    if (has(part) && !ENCODINGS.contains(text(part))) {
      throw new BadPart(part, "Enter one of the encodings " + String.join(", ", ENCODINGS) + ".");
    }
  }

  void checkHashEncoding() throws BadPart {
    if (text(HashPart.HASH_ENCODING).equals("utf8")) {
      throw new BadPart(HashPart.HASH_ENCODING, "The encoding of a hash is hex or base64.");
    }
  }

  private String encoding(HashPart part, String usual) {
    return has(part) ? text(part) : usual;
  }

  private SecretBytes decoded(HashPart part, HashPart encodingPart, String encoding)
      throws BadPart {
    checkEncoding(encodingPart);
    String text = text(part);
    Optional<SecretBytes> bytes =
        switch (encoding) {
          case "hex" -> SecretBytes.ofHex(HexText.digits(text));
          case "base64" -> SecretBytes.ofAnyBase64(text);
          default -> Optional.of(SecretBytes.ofUtf8(text));
        };
    return bytes.orElseThrow(() -> new BadPart(part, "This is not valid " + encoding + "."));
  }
}
