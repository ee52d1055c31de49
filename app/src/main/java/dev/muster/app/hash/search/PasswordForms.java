package dev.muster.app.hash.search;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.ArrayList;
import java.util.List;

/**
 * What systems give to a costly function for the password: it alone, with other texts, or a digest
 * of it. The likely ones come first.
 */
final class PasswordForms {

  private static final List<Digest> DIGESTS =
      List.of(Digest.MD5, Digest.SHA256, Digest.SHA1, Digest.SHA512, Digest.SHA384);
  private static final List<Digest> LONG = List.of(Digest.SHA384, Digest.SHA512, Digest.SHA256);
  private static final List<Digest> KEYED =
      List.of(Digest.SHA256, Digest.SHA512, Digest.SHA1, Digest.SHA384, Digest.MD5);
  private static final List<Letters> OTHER_LETTERS =
      List.of(Letters.LATIN1, Letters.LOWER, Letters.UPPER, Letters.UTF16LE);

  private final List<Piece> forms = new ArrayList<>();
  private final Piece password;
  private final SecretBytes passwordUtf8;

  private PasswordForms(Assumption assumed) {
    this.passwordUtf8 = assumed.sample().password();
    this.password = Piece.password(passwordUtf8, Letters.UTF8);
  }

  /** The password, alone and with the key at either side. */
  static List<Piece> few(Assumption assumed) {
    PasswordForms few = new PasswordForms(assumed);
    few.addArranged(asTheyAre(assumed.sample().keys()));
    return few.forms;
  }

  /** All forms, also with salt, key and login. */
  static List<Piece> all(Assumption assumed) {
    List<Reading> texts = asTheyAre(assumed.texts());
    PasswordForms all = new PasswordForms(assumed);
    all.addArranged(texts);
    DIGESTS.forEach(digest -> all.forms.add(all.password.digest(digest).hex()));
    LONG.forEach(digest -> all.forms.add(all.password.digest(digest).base64()));
    all.addKeyed(texts);
    all.addLetters();
    all.addDigestsOfSeveral(texts);
    all.addRare();
    return all.forms;
  }

  /** The texts themselves, not the bytes that they may stand for. */
  private static List<Reading> asTheyAre(List<Reading> texts) {
    return texts.stream().filter(text -> text.encoding().equals(Reading.UTF8)).toList();
  }

  private void addArranged(List<Reading> texts) {
    for (Arrangement arrangement : Arrangement.of(texts, List.of(""))) {
      forms.add(arrangement.around(password));
    }
  }

  private void addKeyed(List<Reading> texts) {
    for (Reading text : texts) {
      for (Digest digest : KEYED) {
        Piece code = password.hmac(digest, Piece.of(text));
        forms.addAll(List.of(code.hex(), code.base64(), code));
      }
    }
  }

  private void addLetters() {
    for (Letters letters : OTHER_LETTERS) {
      Piece other = Piece.password(passwordUtf8, letters);
      forms.add(other);
    }
    Piece latin1 = Piece.password(passwordUtf8, Letters.LATIN1);
    DIGESTS.forEach(digest -> forms.add(latin1.digest(digest).hex()));
  }

  private void addDigestsOfSeveral(List<Reading> texts) {
    for (Arrangement arrangement : Arrangement.of(texts, List.of(""))) {
      for (Digest digest : DIGESTS) {
        if (!arrangement.used().isEmpty()) {
          Piece inner = arrangement.around(password).digest(digest);
          forms.addAll(List.of(inner.hex(), inner.base64()));
          forms.add(arrangement.around(password.digest(digest).hex()));
        }
      }
    }
  }

  private void addRare() {
    for (Digest digest : DIGESTS) {
      Piece bytes = password.digest(digest);
      forms.addAll(List.of(bytes.upperHex(), bytes));
      DIGESTS.forEach(outer -> forms.add(bytes.hex().digest(outer).hex()));
    }
    forms.add(password.digest(Digest.MD5).base64());
    forms.add(password.digest(Digest.SHA1).base64());
  }
}
