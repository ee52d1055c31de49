package dev.muster.app.hash.alike;

import static dev.muster.app.hash.alike.EqualSpellings.bytes;
import static dev.muster.app.hash.alike.EqualSpellings.part;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.Iteration;
import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.MixedDigest;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.digest.SaltedDigest;
import dev.muster.app.hash.kdf.DerivedKey;
import dev.muster.app.hash.kdf.Pbkdf2Hash;
import dev.muster.app.hash.vendor.WerkzeugHmac;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Computes a parsed hash of a password once more, from the JDK's digests: whoever gets the same by
 * another way is right, whatever was changed in the text. Hashes of other kinds don't fit.
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
record Recomputed(byte[] password) {

  /** So that the fuzz test is not kept from its work. */
  private static final long ITERATIONS_MAX = 100_000;

  boolean fits(Object hash) {
    if (hash instanceof SaltedDigest salted) {
      return fits(salted);
    }
    if (hash instanceof MixedDigest mixed) {
      return is(mixed.hash().toBytes(), of(mixed.digest()).map(d -> d.of(filled(mixed.message()))));
    }
    if (hash instanceof KeyedDigest keyed) {
      byte[] form = formed(keyed.form());
      return is(
          keyed.hash().toBytes(),
          of(keyed.digest())
              .map(d -> d.hmac(filled(keyed.key(), form), filled(keyed.message(), form))));
    }
    if (hash instanceof WerkzeugHmac keyed) {
      byte[] salt = keyed.salt().toBytes();
      return is(
          keyed.hash().toBytes(),
          of(keyed.digest()).map(d -> salt.length == 0 ? d.of(password) : d.hmac(salt, password)));
    }
    if (hash instanceof Pbkdf2Hash key) {
      return isKey(
          key.prf().digestName(), key.iterations(), key.salt().toBytes(), key.digest().toBytes());
    }
    if (hash instanceof DerivedKey key) {
      return isKey(
          key.digest().wireName(), key.iterations(), key.salt().toBytes(), key.key().toBytes());
    }
    return fitsVendor(hash);
  }

  private boolean fits(SaltedDigest hash) {
    byte[] message = joined(hash.before().toBytes(), formed(hash.form()), hash.after().toBytes());
    if (hash.rounds() > ITERATIONS_MAX) {
      return false;
    }
    return is(hash.hash().toBytes(), of(hash.digest()).map(d -> rounds(d, hash, message)));
  }

  private static byte[] rounds(JdkDigest digest, SaltedDigest hash, byte[] message) {
    byte[] round = digest.of(message);
    for (long i = 1; i < hash.rounds(); i++) {
      byte[] input = hash.chain() == Iteration.HEX ? hex(round) : round;
      round = hash.chain() == Iteration.SALTED ? digest.of(input, message) : digest.of(input);
    }
    return round;
  }

  /** Hashes whose classes their package keeps to itself. */
  private boolean fitsVendor(Object hash) {
    return switch (hash.getClass().getSimpleName()) {
      case "KratosHmac" ->
          is(
              HexFormat.of().parseHex(new String(bytes("hexCode", hash), US_ASCII)),
              digestOf(hash, "digest").map(d -> d.hmac(bytes("key", hash), password)));
      case "MssqlHash" -> fitsMssql(hash);
      case "DjangoDigest" ->
          is(
              bytes("digest", hash),
              digestOf(hash, "digestName").map(d -> d.of(bytes("salt", hash), password)));
      case "LdapDigest" ->
          is(
              bytes("digest", hash),
              digestOf(hash, "digestName").map(d -> d.of(password, bytes("salt", hash))));
      case "AspNetMembership" -> fitsMembership(hash);
      case "PasslibScram" -> new Recomputed(prepared()).fits(part("pbkdf2", hash));
      case "MosquittoGoAuth" -> ((List<?>) part("readings", hash)).stream().anyMatch(this::fits);
      default -> false;
    };
  }

  /** The password after SASLprep (RFC 4013), as far as there are vectors. */
  private byte[] prepared() {
    String mapped = new String(password, UTF_8).replace("\u00ad", "");
    return Normalizer.normalize(mapped, Normalizer.Form.NFKC).getBytes(UTF_8);
  }

  private boolean fitsMssql(Object hash) {
    String letter = (boolean) part("upperCase", hash) ? "upper" : "utf8";
    byte[] text = PasswordLetters.of("utf16le", PasswordLetters.of(letter, password));
    return is(
        bytes("hash", hash), digestOf(hash, "digest").map(d -> d.of(text, bytes("salt", hash))));
  }

  private boolean fitsMembership(Object hash) {
    byte[] text = PasswordLetters.of("utf16le", password);
    byte[] salt = bytes("salt", hash);
    byte[] expected = bytes("hash", hash);
    return digestOf(hash, "digest")
        .filter(
            d ->
                Arrays.equals(expected, d.of(salt, text))
                    || (salt.length > 0
                        && Arrays.equals(expected, d.hmac(repeated(salt, d.block()), text))))
        .isPresent();
  }

  private static byte[] repeated(byte[] unit, int length) {
    byte[] all = new byte[length];
    for (int i = 0; i < length; i++) {
      all[i] = unit[i % unit.length];
    }
    return all;
  }

  private boolean isKey(String digest, long iterations, byte[] salt, byte[] key) {
    return iterations <= ITERATIONS_MAX
        && is(
            key,
            JdkDigest.named(digest).map(d -> d.pbkdf2(password, salt, iterations, key.length)));
  }

  /** The password in a form that hashes name. */
  byte[] formed(PasswordForm form) {
    byte[] letters = PasswordLetters.of(form.letters().wireName(), password);
    return form.hexOf().isEmpty()
        ? letters
        : of(form.hexOf().get()).map(digest -> hex(digest.of(letters))).orElse(letters);
  }

  private byte[] filled(DigestInput input) {
    return filled(input, password);
  }

  private static byte[] filled(DigestInput input, byte[] password) {
    byte[] all = input.pieces().get(0).toBytes();
    for (int i = 1; i < input.pieces().size(); i++) {
      all = joined(all, password, input.pieces().get(i).toBytes());
    }
    return all;
  }

  static byte[] joined(byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer all = ByteBuffer.allocate(length);
    Arrays.stream(parts).forEach(all::put);
    return all.array();
  }

  private static byte[] hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes).getBytes(US_ASCII);
  }

  private static boolean is(byte[] expected, Optional<byte[]> computed) {
    return computed.filter(bytes -> Arrays.equals(bytes, expected)).isPresent();
  }

  private static Optional<JdkDigest> of(Digest digest) {
    return JdkDigest.named(digest.wireName());
  }

  private static Optional<JdkDigest> digestOf(Object hash, String part) {
    return JdkDigest.named(part(part, hash).toString());
  }
}
