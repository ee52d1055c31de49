package dev.muster.user;

import dev.muster.password.EncodedHash;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user; each may be absent.
 *
 * @param email address for one-time codes
 * @param phoneNumber E.164 number for one-time codes
 * @param password an additional password
 * @param totpSecret the shared secret of time-based codes, as given
 */
public record Mfa(
    @Nullable String email,
    @Nullable String phoneNumber,
    @Nullable EncodedHash password,
    @Nullable String totpSecret) {

  public static final Mfa NONE = new Mfa(null, null, null, null);

  public Mfa withEmail(@Nullable String address) {
    return new Mfa(address, phoneNumber, password, totpSecret);
  }

  public Mfa withPhoneNumber(@Nullable String number) {
    return new Mfa(email, number, password, totpSecret);
  }

  public Mfa withPassword(@Nullable EncodedHash hash) {
    return new Mfa(email, phoneNumber, hash, totpSecret);
  }

  public Mfa withTotpSecret(@Nullable String secret) {
    return new Mfa(email, phoneNumber, password, secret);
  }

  @Override
  public String toString() {
    return "Mfa[password=" + (password != null) + ", totp=" + (totpSecret != null) + "]";
  }
}
