package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.KeyedDigest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tries HMACs. The key is the system's key, the salt or the login, and the message is the password
 * with or without the others; or the key is the password, and the message has the others.
 */
final class KeyedSearch implements Search {

  private static final List<String> SEPARATORS = List.of("", ":", "-", ".");

  /** The length of keys of HMAC-SHA-256 in .NET, up to which ASP.NET Membership repeats salts. */
  private static final int NET_KEY_LENGTH = 64;

  private static final List<PasswordForm> FORMS =
      List.of(
          PasswordForm.PLAIN,
          PasswordForm.of(Letters.UTF16LE),
          PasswordForm.of(Letters.LATIN1),
          PasswordForm.hexOf(Digest.MD5),
          PasswordForm.hexOf(Digest.SHA1),
          PasswordForm.hexOf(Digest.SHA256),
          PasswordForm.hexOf(Digest.SHA512));

  @Override
  public String words() {
    return "keyed digests (HMAC)";
  }

  @Override
  public boolean suits(Assumption assumed) {
    return DigestSearch.hasDigest(assumed);
  }

  @Override
  public Optional<Solution> find(Assumption assumed, SearchLimit limit) {
    SecretBytes hash = assumed.hash().orElseThrow();
    for (Digest digest : DigestSearch.ofLength(hash.length())) {
      for (PasswordForm form : FORMS) {
        Piece password = Piece.password(assumed.sample().password(), form);
        Optional<Solution> found =
            byText(assumed, digest, form, hash)
                .or(() -> byRepeatedText(assumed, digest, password, hash))
                .or(() -> byPassword(assumed, digest, form, hash));
        if (found.isPresent() || !limit.lasts()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Solution> byText(
      Assumption assumed, Digest digest, PasswordForm form, SecretBytes hash) {
    Piece password = Piece.password(assumed.sample().password(), form);
    for (Reading key : assumed.texts()) {
      for (Arrangement arrangement : Arrangement.of(others(assumed, key), SEPARATORS)) {
        Piece message = arrangement.around(password);
        if (hash.sameAs(digest.hmac(key.bytes().toBytes(), message.bytes()))) {
          String words = Words.hmac(digest, key.words(), message.words());
          boolean isPlain = key.kind() == Reading.Kind.SALT && arrangement.used().isEmpty();
          boolean isKeyed = key.kind() == Reading.Kind.KEY && arrangement.isOfSaltOnly();
          return isPlain || isKeyed
              ? keyed(assumed, words, new Found(digest, form, hash), key, arrangement)
              : assumed.recipe(words);
        }
      }
    }
    return Optional.empty();
  }

  /** Another text than the key may be in the message. */
  private static List<Reading> others(Assumption assumed, Reading key) {
    return assumed.texts().stream().filter(text -> text.kind() != key.kind()).toList();
  }

  /** What has been found, without the texts. */
  private record Found(Digest digest, PasswordForm form, SecretBytes hash) {}

  private static Optional<Solution> keyed(
      Assumption assumed, String words, Found found, Reading key, Arrangement arrangement) {
    DigestInput message = DigestInput.around(arrangement.bytesBefore(), arrangement.bytesAfter());
    KeyedDigest text =
        new KeyedDigest(
            found.digest, found.form, DigestInput.fixed(key.bytes()), message, found.hash);
    ColumnRecipe hmac = ColumnRecipe.of("hmac");
    ColumnRecipe columns = key.kind() == Reading.Kind.SALT ? hmac.saltedKeys(key) : hmac.keyed(key);
    columns = arrangement.salt().map(columns::salted).orElse(columns);
    String template = arrangement.template(DigestSearch.place(found.form));
    return assumed.verified(words, Stream.of(text.encoded()), columns(columns, found, template));
  }

  private static ColumnRecipe columns(ColumnRecipe columns, Found found, String template) {
    ColumnRecipe complete =
        columns.with(HashPart.DIGEST, found.digest.wireName()).with(HashPart.INPUT, template);
    Letters letters = found.form.letters();
    return letters == Letters.UTF8
        ? complete
        : complete.with(HashPart.ENCODING, letters.wireName());
  }

  private static Optional<Solution> byRepeatedText(
      Assumption assumed, Digest digest, Piece password, SecretBytes hash) {
    for (Reading text : assumed.texts()) {
      byte[] key = repeated(text.bytes().toBytes());
      if (hash.sameAs(digest.hmac(key, password.bytes()))) {
        String words = "repeat(" + text.words() + ", " + NET_KEY_LENGTH + ")";
        return assumed.recipe(Words.hmac(digest, words, password.words()));
      }
    }
    return Optional.empty();
  }

  private static byte[] repeated(byte[] unit) {
    byte[] all = new byte[NET_KEY_LENGTH];
    for (int i = 0; i < all.length && unit.length > 0; i++) {
      all[i] = unit[i % unit.length];
    }
    return all;
  }

  private static Optional<Solution> byPassword(
      Assumption assumed, Digest digest, PasswordForm form, SecretBytes hash) {
    Piece password = Piece.password(assumed.sample().password(), form);
    List<Piece> messages = new ArrayList<>(List.of(password));
    List<Reading> texts = assumed.texts();
    texts.forEach(text -> messages.add(Piece.of(text)));
    for (Reading first : texts) {
      for (Reading second : texts) {
        if (first.kind() != second.kind()) {
          messages.add(Piece.of(first).then(Piece.of(second)));
        }
      }
    }
    for (Piece message : messages) {
      if (hash.sameAs(digest.hmac(password.bytes(), message.bytes()))) {
        String words = Words.hmac(digest, password.words(), message.words());
        return texts.stream()
            .filter(text -> text.kind() == Reading.Kind.SALT)
            .filter(text -> Arrays.equals(text.bytes().toBytes(), message.bytes()))
            .findFirst()
            .map(salt -> byPassword(assumed, words, new Found(digest, form, hash), salt))
            .orElseGet(() -> assumed.recipe(words));
      }
    }
    return Optional.empty();
  }

  private static Optional<Solution> byPassword(
      Assumption assumed, String words, Found found, Reading salt) {
    SecretBytes nothing = SecretBytes.ofUtf8("");
    KeyedDigest text =
        new KeyedDigest(
            found.digest,
            found.form,
            DigestInput.around(nothing, nothing),
            DigestInput.fixed(salt.bytes()),
            found.hash);
    ColumnRecipe salted = ColumnRecipe.of("hmac").salted(salt);
    return assumed.verified(words, Stream.of(text.encoded()), columns(salted, found, "{salt}"));
  }
}
