package dev.muster.app.hash.digest;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.HexText;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;

/**
 * One pass of a digest over the password alone, in hex digits of either case or another form of
 * {@link HexText}. The input has to name the scheme, as digests look alike. MD5 in hex is {@code
 * django-unsalted-md5}.
 *
 * <p>Source: passlib's documentation, "Hex Digests".
 */
record HexDigest(Digest digest, SecretBytes hash) implements ParsedHash {

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(Digest.MD4, "MD4", "131adffe1d8712c1b624ba62b5bcf3fd"),
          scheme(Digest.SHA1, "SHA-1", "abf7aad6438836dbe526aa231abde2d0eef74d42"),
          scheme(
              Digest.SHA256,
              "SHA-256",
              "c4bbcb1fbec99d65bf59d85c8cb62ee2db963f0fe106f483d9afa73bd4e39a8a"),
          scheme(
              Digest.SHA384,
              "SHA-384",
              "c24b92449c871f33bbbf1fc1989e5e1037cfa9a3dfdb17947f8172226181"
                  + "e7825ebb4c750763915835bf125a590e05ae"),
          scheme(
              Digest.SHA512,
              "SHA-512",
              "be5ef7679d88ab9a9045f6267e55f5e5784b4b8cd764b5cd855a5244f91c"
                  + "626953cd46c43d7668873fd6efbd3b221249315580031963472a078781fe"
                  + "046e62ae"));

  private static KnownScheme scheme(Digest digest, String title, String example) {
    return KnownScheme.named(
        "hex-" + digest.wireName(),
        text -> parse(digest, text),
        new About(
            title + " in hex, without a salt",
            example,
            "correct horse battery staple",
            "programs that made their own, in any language",
            "the column of the users table, as it is, with the scheme named",
            Advice.LEGACY));
  }

  private static Optional<HexDigest> parse(Digest digest, String text) {
    return HexText.digest(text, digest.length()).map(hash -> new HexDigest(digest, hash));
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(digest.of(passwordUtf8));
  }
}
