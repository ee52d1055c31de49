package dev.muster.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.AuthSettings;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies bearer tokens: JSON Web Tokens (RFC 7519) signed with RS256 by a key that the header's
 * {@code kid} names. No other member of the header is used, so that a token can't choose its own
 * key. {@code aud} must contain the audience; {@code exp}, {@code nbf} and {@code iat} are checked
 * if present, with five minutes of skew. Thread-safe.
 */
public final class TokenVerifier {

  /** Claims of the directory's own tokens. */
  static final String SCOPE = "scope";

  static final String REALMS = "realms";

  private static final String PREFIX = "Bearer ";
  private static final int CHARACTERS_MAX = 16_384;
  private static final Duration SKEW = Duration.ofMinutes(5);

  private final AuthSettings settings;
  private final DirectoryKeys own;
  private final TrustedKeys trusted;
  private final Database database;
  private final Clock clock;

  /**
   * A verifier.
   *
   * @param database has the revoked tokens
   */
  public TokenVerifier(
      AuthSettings settings,
      DirectoryKeys own,
      TrustedKeys trusted,
      Database database,
      Clock clock) {
    this.settings = settings;
    this.own = own;
    this.trusted = trusted;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Verifies the token of a request.
   *
   * @param authorization the header {@code Authorization}; null if there is none
   */
  public Caller verify(@Nullable String authorization) throws TokenRefused {
    if (authorization == null || !authorization.startsWith(PREFIX)) {
      throw new TokenRefused("no bearer token");
    }
    if (authorization.length() > CHARACTERS_MAX) {
      throw new TokenRefused("the token is too long");
    }
    String text = authorization.substring(PREFIX.length());
    if (text.chars().anyMatch(Character::isWhitespace)) {
      throw new TokenRefused("white space in the token");
    }
    try {
      return verify(SignedJWT.parse(text));
    } catch (ParseException e) {
      throw new TokenRefused("not a signed JSON Web Token");
    } catch (JOSEException e) {
      throw new TokenRefused("the signature can't be verified: " + e.getMessage());
    } catch (IOException e) {
      throw new TokenRefused(String.valueOf(e.getMessage()));
    }
  }

  private Caller verify(SignedJWT token)
      throws TokenRefused, ParseException, JOSEException, IOException {
    if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
      throw new TokenRefused("the algorithm is not RS256");
    }
    String keyId = token.getHeader().getKeyID();
    if (keyId == null) {
      throw new TokenRefused("the header names no key (kid)");
    }
    Optional<RSAKey> ownKey = own.find(keyId);
    Optional<RSAKey> key = ownKey.isPresent() ? ownKey : trusted.find(keyId);
    if (key.isEmpty()) {
      throw new TokenRefused("unknown key");
    }
    if (!token.verify(new RSASSAVerifier(key.get()))) {
      throw new TokenRefused("wrong signature");
    }
    JWTClaimsSet claims = token.getJWTClaimsSet();
    checkTimes(claims);
    if (!claims.getAudience().contains(settings.requiredAudience())) {
      throw new TokenRefused("the audience is not " + settings.requiredAudience());
    }
    if (ownKey.isPresent()) {
      requireNotRevoked(claims);
    } else if (!isTrusted(claims.getIssuer())) {
      throw new TokenRefused("the issuer is not one of auth.issuers");
    }
    return caller(claims, keyId);
  }

  private boolean isTrusted(@Nullable String issuer) {
    return settings.issuers().isEmpty() || (issuer != null && settings.issuers().contains(issuer));
  }

  private void checkTimes(JWTClaimsSet claims) throws TokenRefused {
    Instant now = clock.instant();
    if (isBefore(claims.getExpirationTime(), now.minus(SKEW))) {
      throw new TokenRefused("it has expired");
    }
    if (isAfter(claims.getNotBeforeTime(), now.plus(SKEW))
        || isAfter(claims.getIssueTime(), now.plus(SKEW))) {
      throw new TokenRefused("it is not valid yet");
    }
  }

  private static boolean isBefore(@Nullable Date date, Instant time) {
    return date != null && date.toInstant().isBefore(time);
  }

  private static boolean isAfter(@Nullable Date date, Instant time) {
    return date != null && date.toInstant().isAfter(time);
  }

  private void requireNotRevoked(JWTClaimsSet claims) throws TokenRefused {
    String id = claims.getJWTID();
    if (id == null) {
      throw new TokenRefused("it has no id (jti)");
    }
    try (Session session = database.openReading()) {
      if (session.signingKeys().isRevoked(id)) {
        throw new TokenRefused("it was revoked");
      }
    }
  }

  private static Caller caller(JWTClaimsSet claims, String keyId) throws ParseException {
    String scope = claims.getStringClaim(SCOPE);
    Optional<Set<String>> realms =
        claims.getClaim(REALMS) == null
            ? Optional.empty()
            : Optional.of(new HashSet<>(claims.getStringListClaim(REALMS)));
    String subject = claims.getSubject();
    return new Caller(
        new Actor(Actor.Kind.TOKEN, subject == null ? keyId : subject),
        Optional.ofNullable(scope).map(Scope::parse),
        realms);
  }
}
