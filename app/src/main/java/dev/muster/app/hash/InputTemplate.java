package dev.muster.app.hash;

import static dev.muster.password.HashPart.INPUT;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.DigestInput;
import dev.muster.app.hash.digest.PasswordForm;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.HashPart;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a digest reads: a text with <code>{salt}</code>, <code>{key}</code> and <code>{password}
 * </code> in it, such as <code>{salt}:{password}</code>. <code>{md5(password)}</code> is the digest
 * in lower-case hex. Everything else is read as it stands.
 *
 * @param input the bytes around the password
 * @param form how the password becomes bytes
 */
record InputTemplate(DigestInput input, PasswordForm form) {

  private static final Pattern PLACE =
      Pattern.compile("\\{(?:(salt|key|password)|([a-z0-9]+)\\((salt|key|password)\\))}");
  private static final String PASSWORD = "{password}";

  /** Reads {@code password_input}. Without a salt it may be missing. */
  static InputTemplate of(PartTexts parts) throws BadPart {
    String template = parts.text(INPUT);
    if (template.isEmpty()) {
      if (parts.has(HashPart.SALT)) {
        throw new BadPart(
            INPUT, "Say where the salt is: {salt}{password}, {password}{salt} or another order.");
      }
      template = PASSWORD;
    }
    PasswordForm form = parts.form();
    List<SecretBytes> pieces = new ArrayList<>();
    SecretBytes piece = SecretBytes.ofUtf8("");
    Matcher place = PLACE.matcher(template);
    int end = 0;
    boolean hasSalt = false;
    while (place.find()) {
      piece = piece.then(SecretBytes.ofUtf8(template.substring(end, place.start())));
      end = place.end();
      Optional<Digest> inner = inner(place.group(2));
      String name = inner.isEmpty() ? place.group(1) : place.group(3);
      hasSalt |= name.equals("salt");
      if (name.equals("password")) {
        form = new PasswordForm(form.letters(), inner);
        pieces.add(piece);
        piece = SecretBytes.ofUtf8("");
      } else {
        piece = piece.then(fixed(parts, name, inner));
      }
    }
    pieces.add(piece.then(SecretBytes.ofUtf8(template.substring(end))));
    if (pieces.size() > 2) {
      throw new BadPart(INPUT, "The password may be in the input only once.");
    }
    if (parts.has(HashPart.SALT) && !hasSalt) {
      throw new BadPart(INPUT, "There is a salt, but the input does not have it: write {salt}.");
    }
    return new InputTemplate(new DigestInput(pieces), form);
  }

  private static Optional<Digest> inner(String name) throws BadPart {
    if (name == null) {
      return Optional.empty();
    }
    Optional<Digest> digest = Digest.ofWireName(name);
    if (digest.isEmpty()) {
      throw new BadPart(INPUT, "The input names a digest that there is not.");
    }
    return digest;
  }

  private static SecretBytes fixed(PartTexts parts, String name, Optional<Digest> inner)
      throws BadPart {
    boolean isSalt = name.equals("salt");
    HashPart part = isSalt ? HashPart.SALT : HashPart.KEY;
    if (!parts.has(part)) {
      throw new BadPart(part, "The input has {" + name + "}, but there is none.");
    }
    SecretBytes bytes = isSalt ? parts.salt("utf8") : parts.key("utf8");
    return inner
        .map(digest -> SecretBytes.ofUtf8(HexFormat.of().formatHex(digest.of(bytes.toBytes()))))
        .orElse(bytes);
  }

  /** The bytes before the password. */
  SecretBytes before() {
    return input.pieces().get(0);
  }

  /** The bytes after the password; only if the input has the password. */
  SecretBytes after() {
    return input.pieces().get(1);
  }
}
