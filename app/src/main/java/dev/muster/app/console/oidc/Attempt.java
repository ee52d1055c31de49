package dev.muster.app.console.oidc;

import com.nimbusds.jose.util.Base64URL;
import dev.muster.app.token.RandomToken;
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

  private static final String FORM = "[A-Za-z0-9_-]{" + RandomToken.LENGTH + "}";

  /** An attempt with random secrets. */
  public static Attempt begin() {
    return new Attempt(RandomToken.make(), RandomToken.make(), RandomToken.make());
  }

  /** The attempt in a cookie's value. */
  public static Optional<Attempt> of(String cookie) {
    List<String> parts = List.of(cookie.split("\\.", -1));
    return parts.size() == 3 && parts.stream().allMatch(part -> part.matches(FORM))
        ? Optional.of(new Attempt(parts.get(0), parts.get(1), parts.get(2)))
        : Optional.empty();
  }

  /** The value of a cookie. */
  public String cookie() {
    return state + "." + nonce + "." + verifier;
  }

  /** Whether a state is that of this attempt; takes the same time for each. */
  boolean hasState(String given) {
    return RandomToken.same(given, state);
  }

  /** The hash of the verifier, as the method S256 has it. */
  String challenge() {
    return Base64URL.encode(DigestUtils.sha256(verifier)).toString();
  }
}
