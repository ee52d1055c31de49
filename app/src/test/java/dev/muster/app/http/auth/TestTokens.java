package dev.muster.app.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** Keys and tokens, as a client makes them. */
final class TestTokens {

  private static final int BITS = 2048;

  private TestTokens() {}

  static RSAKey key(String id) throws JOSEException {
    return new RSAKeyGenerator(BITS).keyID(id).generate();
  }

  static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
    return signed(
        key, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
  }

  static String signed(RSAKey key, JWSHeader header, JWTClaimsSet claims) throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }
}
