package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.Optional;

/** One pass of a digest over fixed bytes and the password, parsed from a text of a vendor. */
public record MixedDigest(Digest digest, DigestInput message, SecretBytes hash)
    implements ParsedHash {

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(digest.of(message.with(passwordUtf8)));
  }
}
