package dev.muster.app.hash.search;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.recipe.Call;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A part of a recipe, with the bytes that it gives for the known password.
 *
 * @param words in the grammar of recipes, such as {@code hex(md5(password))}
 * @param bytes the value; not changed by anybody
 */
@SuppressWarnings("ArrayRecordComponent") // is never compared
record Piece(String words, byte[] bytes) {

  private static final String EMPTY_TEXT = Words.literal("");

  static Piece password(SecretBytes passwordUtf8, Letters letters) {
    return new Piece(Words.password(letters), letters.of(passwordUtf8.toBytes()));
  }

  /** The password as a scheme of digests digests it. */
  static Piece password(SecretBytes passwordUtf8, PasswordForm form) {
    Piece plain = password(passwordUtf8, form.letters());
    return form.hexOf().map(inner -> plain.digest(inner).hex()).orElse(plain);
  }

  static Piece of(Reading reading) {
    return new Piece(reading.words(), reading.bytes().toBytes());
  }

  static Piece literal(String text) {
    return new Piece(Words.literal(text), text.getBytes(UTF_8));
  }

  /** This piece followed by another. Empty texts are left out. */
  Piece then(Piece next) {
    if (isEmptyText() || next.isEmptyText()) {
      return isEmptyText() ? next : this;
    }
    byte[] both = new byte[bytes.length + next.bytes.length];
    System.arraycopy(bytes, 0, both, 0, bytes.length);
    System.arraycopy(next.bytes, 0, both, bytes.length, next.bytes.length);
    return new Piece(words + " + " + next.words, both);
  }

  private boolean isEmptyText() {
    return words.equals(EMPTY_TEXT);
  }

  Piece digest(Digest digest) {
    return new Piece(Call.text(digest.wireName(), words), digest.of(bytes));
  }

  Piece hmac(Digest digest, Piece key) {
    return new Piece(Words.hmac(digest, key.words, words), digest.hmac(key.bytes, bytes));
  }

  Piece hex() {
    return new Piece(Call.text("hex", words), HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
  }

  Piece upperHex() {
    String digits = HexFormat.of().withUpperCase().formatHex(bytes);
    return new Piece(Call.text("HEX", words), digits.getBytes(US_ASCII));
  }

  Piece base64() {
    return new Piece(Call.text("base64", words), Base64.getEncoder().encode(bytes));
  }

  /** Without the bytes, which are secrets. */
  @Override
  public String toString() {
    return words;
  }
}
