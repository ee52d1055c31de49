package dev.muster.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Issues tokens that are signed with the directory's own key. */
public final class TokenIssuer {

  private static final String ISSUER = "muster";

  private final DirectoryKeys keys;
  private final Clock clock;

  public TokenIssuer(DirectoryKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * Issues a token.
   *
   * @param subject shown as the author of changes
   * @param realms the realms that it is limited to; none for all realms
   */
  public IssuedToken issue(
      String subject, String audience, Set<Scope> scopes, List<String> realms, Duration ttl) {
    Instant now = clock.instant();
    Instant expiresAt = now.plus(ttl);
    String id = UUID.randomUUID().toString();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(subject)
            .audience(audience)
            .jwtID(id)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expiresAt))
            .claim(TokenVerifier.SCOPE, Scope.text(scopes));
    if (!realms.isEmpty()) {
      claims.claim(TokenVerifier.REALMS, realms);
    }
    RSAKey key = keys.signing();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            claims.build());
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e); // the key was made for this
    }
    return new IssuedToken(id, expiresAt, token.serialize());
  }

  /**
   * A token.
   *
   * @param id for revoking it
   * @param text the bearer token: a secret
   */
  public record IssuedToken(String id, Instant expiresAt, String text) {

    @Override
    public String toString() {
      return "IssuedToken[" + id + "]";
    }
  }
}
