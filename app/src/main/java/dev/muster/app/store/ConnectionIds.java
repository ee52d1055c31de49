package dev.muster.app.store;

import dev.muster.user.Realm;
import java.math.BigInteger;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The ids that Auth0's API needs of a directory: each realm is a connection, and the directory is
 * the one client that all connections are enabled for. Ids are computed from the directory's random
 * id and the realm's number, neither of which ever changes, so that none is stored.
 */
public final class ConnectionIds {

  private static final String LETTERS_AND_DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final BigInteger RADIX = BigInteger.valueOf(LETTERS_AND_DIGITS.length());
  private static final int CONNECTION_LENGTH = 16;
  private static final int CLIENT_LENGTH = 32;

  private final String directoryId;

  /**
   * The ids of one directory.
   *
   * @param directoryId 15 hexadecimal digits
   */
  public ConnectionIds(String directoryId) {
    this.directoryId = directoryId;
  }

  /** The id of a realm: {@code con_} and 16 letters and digits. */
  public String of(Realm realm) {
    return "con_" + derived("connection " + realm.number(), CONNECTION_LENGTH);
  }

  /** The id of the directory as a client: 32 letters and digits. */
  public String client() {
    return derived("client", CLIENT_LENGTH);
  }

  /** The last digits, to the base 62, of the SHA-256 of the directory's id and a name. */
  private String derived(String name, int length) {
    BigInteger rest = new BigInteger(1, DigestUtils.sha256(directoryId + " " + name));
    StringBuilder id = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      BigInteger[] parts = rest.divideAndRemainder(RADIX);
      id.append(LETTERS_AND_DIGITS.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return id.toString();
  }
}
