package dev.muster.app.remote.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonSyntax;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** A bearer token. Its text never appears in messages. */
public final class AccessToken {

  private static final int CLAIMS_DEPTH = 20;
  private static final int CLAIMS_CHARACTERS = 1 << 16;

  private final String text;

  private AccessToken(String text) {
    this.text = text;
  }

  /**
   * Checks a token: its characters, and its time of expiry if it is a JWT.
   *
   * @param given the token; spaces around it don't matter
   * @param source where it comes from, for messages
   * @throws RemoteFailure if it can't be used
   */
  public static AccessToken of(String given, String source, Instant now) throws RemoteFailure {
    String token = given.strip();
    if (token.isEmpty()) {
      throw new RemoteFailure("the token in " + source + " is empty");
    }
    if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new RemoteFailure(
          "the token in " + source + " has characters that no token has: is it the right file?");
    }
    Optional<Instant> expiry = expiry(token);
    if (expiry.isPresent() && !expiry.get().isAfter(now)) {
      throw new RemoteFailure(
          "the token in " + source + " expired at " + expiry.get() + ": get a new one");
    }
    return new AccessToken(token);
  }

  /** The claim {@code exp} of a JWT; empty for other tokens. */
  private static Optional<Instant> expiry(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
      Value parsed = new JsonParser(CLAIMS_DEPTH, CLAIMS_CHARACTERS).parse(claims);
      return parsed instanceof Struct members && members.get("exp") instanceof Value.Num seconds
          ? Optional.of(Instant.ofEpochSecond((long) Double.parseDouble(seconds.literal())))
          : Optional.empty();
    } catch (JsonSyntax | IllegalArgumentException | java.time.DateTimeException e) {
      return Optional.empty(); // the server decides about it
    }
  }

  /** The value of the header Authorization. */
  String header() {
    return "Bearer " + text;
  }

  @Override
  public String toString() {
    return "AccessToken[...]";
  }
}
