package dev.muster.app.hash.vendor;

import dev.muster.app.hash.digest.Digest;
import dev.muster.app.hash.digest.Letters;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Advice;
import dev.muster.app.hash.scheme.HexText;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.ParsedHash;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Windows' NT hash: MD4 of the password in UTF-16, the low byte first, in 32 hex digits of either
 * case. The input has to name the scheme of bare digits. FreeBSD's {@code $3$$HEX} and the tags of
 * mail and RADIUS servers, {@code {NTLM}}, {@code {NT}}, {@code {NTHASH}} and {@code {X-NTHASH}} in
 * either case, are recognised.
 *
 * <p>Sources: MS-NLMP §3.3.1 (NTOWFv1); FreeBSD's crypt(3); Dovecot's documentation, "Password
 * Schemes"; FreeRADIUS's documentation of rlm_pap.
 */
public record NtHash(SecretBytes hash) implements ParsedHash {

  private static final Pattern MARK =
      Pattern.compile("\\$3\\$\\$|\\{(?:NT|NTLM|NTHASH|X-NTHASH)}", Pattern.CASE_INSENSITIVE);

  static final List<KnownScheme> SCHEMES =
      List.of(
          KnownScheme.of(
              "nt",
              text -> MARK.matcher(text).lookingAt(),
              NtHash::parse,
              new About(
                  "Windows' NT hash",
                  "$3$$1b9d5effd34ac283c8efe2eacaea8bbc",
                  "correct horse battery staple",
                  "Active Directory, Samba, FreeBSD, Dovecot, FreeRADIUS",
                  "sambaNTPassword in LDAP, pdbedit -Lw, or secretsdump of a domain controller",
                  Advice.LEGACY)));

  public static Optional<NtHash> parse(String text) {
    Matcher mark = MARK.matcher(text);
    return SecretBytes.ofHex(HexText.digits(mark.lookingAt() ? text.substring(mark.end()) : text))
        .filter(hash -> hash.length() == Digest.MD4.length())
        .map(NtHash::new);
  }

  /** No limit: one pass of a digest. */
  @Override
  public Optional<String> outside(CostBounds bounds) {
    return Optional.empty();
  }

  @Override
  public boolean matches(byte[] passwordUtf8) {
    return hash.sameAs(Digest.MD4.of(Letters.UTF16LE.of(passwordUtf8)));
  }
}
