package dev.muster.app.hash.vendor;

import dev.muster.app.hash.kdf.ScryptCost;
import dev.muster.app.hash.kdf.ScryptHash;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * scrypt as programs for Node.js write it that call {@code crypto.scrypt(password, salt, 64)}: salt
 * and key joined by a colon or a dot, the key in hex. N is 16384, r 8 and p 1, Node's defaults. The
 * salt is used as text, even where it is hex digits. The longer of the two is the key, which may
 * come first; of two that are equally long, the second.
 *
 * <p>A salt that is decoded before use needs the scheme {@code scrypt-plain}.
 *
 * <p>Source: Node.js's documentation, {@code crypto.scrypt}.
 */
final class NodeScrypt {

  private static final Pattern FORM = Pattern.compile("([^:.$]+)[:.]([^:.$]+)");
  private static final ScryptCost COST = new ScryptCost(16_384, 8, 1);
  private static final int KEY_LENGTH_MIN = 16;

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.named(
              "node-scrypt",
              NodeScrypt::parse,
              new About(
                  "scrypt with the defaults of Node.js",
                  "0709a77a5e868884e7ae35f57d6ef386:c80310c2ec57a53f83b5a79d09748b1099315b5f5"
                      + "31480ae2ba50af0cd98f2680ec049c7ceea21ecd032e3dba835ce502bdcbb81c825a0bc87a"
                      + "ca4aaea271458",
                  "correct horse battery staple",
                  "programs for Node.js that store salt:key or key.salt, such as NestJS courses,"
                      + " Replit's templates and Lucia before 1.0",
                  "the password column of the users table, as it is, with the scheme named",
                  Advice.ADVISABLE)));

  private NodeScrypt() {}

  private static Optional<ScryptHash> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    boolean keyFirst = form.group(1).length() > form.group(2).length();
    SecretBytes salt = SecretBytes.ofUtf8(form.group(keyFirst ? 2 : 1));
    return SecretBytes.ofHex(form.group(keyFirst ? 1 : 2))
        .filter(key -> key.length() >= KEY_LENGTH_MIN)
        .map(key -> new ScryptHash(COST, salt, key));
  }
}
