package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * MediaWiki's digests up to version 1.23: {@code :A:HEX}, the MD5 of the password, and {@code
 * :B:SALT:HEX}, the MD5 of the salt, a hyphen and the password's MD5 in hex.
 *
 * <p>RestAuth writes the same as {@code mediawiki$SALT$HEX}, with an empty salt for the former.
 *
 * <p>Sources: MediaWiki's classes MWOldPassword and MWSaltedPassword; RestAuth's {@code
 * common/hashers.py}.
 *
 * @param step how the digest is computed
 */
public record MediaWikiMd5(Step step, SecretBytes digest) implements ParsedHash {

  private static final Pattern FORM = Pattern.compile(":(?:A|B:([^:]*)):([0-9a-fA-F]{32})");
  private static final Pattern RESTAUTH =
      Pattern.compile("mediawiki\\$([^$]*)\\$([0-9a-fA-F]{32})");

  public static Optional<MediaWikiMd5> parse(String encoded) {
    Matcher form = FORM.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    Step step =
        form.group(1) == null ? new Unsalted() : new Salted(SecretBytes.ofUtf8(form.group(1)));
    return SecretBytes.ofHex(form.group(2)).map(digest -> new MediaWikiMd5(step, digest));
  }

  static Optional<MediaWikiMd5> parseRestAuth(String encoded) {
    Matcher form = RESTAUTH.matcher(encoded);
    if (!form.matches()) {
      return Optional.empty();
    }
    String salt = form.group(1);
    Step step = salt.isEmpty() ? new Unsalted() : new Salted(SecretBytes.ofUtf8(salt));
    return SecretBytes.ofHex(form.group(2)).map(digest -> new MediaWikiMd5(step, digest));
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return digest.sameAs(step.digest(passwordUtf8));
  }

  /** One of the two digests. */
  sealed interface Step {

    byte[] digest(byte[] password);
  }

  /** MediaWiki's type A. */
  record Unsalted() implements Step {

    @Override
    public byte[] digest(byte[] password) {
      return DigestUtils.md5(password);
    }
  }

  /**
   * MediaWiki's type B.
   *
   * @param salt may be empty, which still differs from {@link Unsalted}
   */
  record Salted(SecretBytes salt) implements Step {

    @Override
    public byte[] digest(byte[] password) {
      MessageDigest md5 = DigestUtils.getMd5Digest();
      md5.update(salt.toBytes());
      md5.update((byte) '-');
      return md5.digest(DigestUtils.md5Hex(password).getBytes(US_ASCII));
    }
  }
}
