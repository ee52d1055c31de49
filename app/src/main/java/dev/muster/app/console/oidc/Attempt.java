package dev.muster.app.console.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.util.Base64URL;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One attempt to sign in, which the browser keeps in a cookie while it is at the provider.
 *
 * @param state ties the provider's answer to this browser
 * @param nonce ties the ID token to this attempt
 * @param verifier the secret of RFC 7636, of which the provider first gets only a hash
 */
public record Attempt(String state, String nonce, String verifier) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;
  private static final int CHARACTERS = 43; // of 32 bytes as base64url

  /** An attempt with random secrets. */
  public static Attempt begin() {
    return new Attempt(random(), random(), random());
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64URL.encode(bytes).toString();
  }

  /** The attempt in a cookie's value. */
  public static Optional<Attempt> of(String cookie) {
    List<String> parts = List.of(cookie.split("\\.", -1));
    return parts.size() == 3
            && parts.stream().allMatch(part -> part.matches("[A-Za-z0-9_-]{" + CHARACTERS + "}"))
        ? Optional.of(new Attempt(parts.get(0), parts.get(1), parts.get(2)))
        : Optional.empty();
  }

  /** The value of a cookie. */
  public String cookie() {
    return state + "." + nonce + "." + verifier;
  }

  /** Whether a state is that of this attempt; takes the same time for each. */
  boolean hasState(String given) {
    return MessageDigest.isEqual(given.getBytes(US_ASCII), state.getBytes(US_ASCII));
  }

  /** The hash of the verifier, as the method S256 has it. */
  String challenge() {
    return Base64URL.encode(DigestUtils.sha256(verifier)).toString();
  }
}
