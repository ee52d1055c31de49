package dev.muster.user;

import dev.muster.password.EncodedHash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of a user; each may be absent.
 *
 * @param email address for one-time codes
 * @param phoneNumber E.164 number for one-time codes
 * @param password an additional password
 * @param totpSecret the shared secret of time-based codes, as given
 * @param further more factors of the same kinds, in their order
 */
public record Mfa(
    @Nullable String email,
    @Nullable String phoneNumber,
    @Nullable EncodedHash password,
    @Nullable String totpSecret,
    List<Factor> further) {

  public static final Mfa NONE = new Mfa(null, null, null, null);

  /** The kinds of which a user may have several. */
  public enum Kind {
    EMAIL("email"),
    PHONE_NUMBER("phone_number"),
    TOTP("totp");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    public String wireName() {
      return wireName;
    }
  }

  /**
   * One factor.
   *
   * @param value an address, a number, or a secret
   */
  public record Factor(Kind kind, String value) {

    /** Without the value, which may be secret. */
    @Override
    public String toString() {
      return "Factor[kind=" + kind + "]";
    }
  }

  public Mfa {
    further = List.copyOf(further);
  }

  /** At most one factor of each kind. */
  public Mfa(
      @Nullable String email,
      @Nullable String phoneNumber,
      @Nullable EncodedHash password,
      @Nullable String totpSecret) {
    this(email, phoneNumber, password, totpSecret, List.of());
  }

  public Mfa withEmail(@Nullable String address) {
    return new Mfa(address, phoneNumber, password, totpSecret, further);
  }

  public Mfa withPhoneNumber(@Nullable String number) {
    return new Mfa(email, number, password, totpSecret, further);
  }

  public Mfa withPassword(@Nullable EncodedHash hash) {
    return new Mfa(email, phoneNumber, hash, totpSecret, further);
  }

  public Mfa withTotpSecret(@Nullable String secret) {
    return new Mfa(email, phoneNumber, password, secret, further);
  }

  /**
   * These factors, except that all of one kind are replaced.
   *
   * @param values at least one; the first is the one that is shown
   */
  public Mfa withAll(Kind kind, List<String> values) {
    List<Factor> others = new ArrayList<>(further);
    others.removeIf(factor -> factor.kind() == kind);
    values.stream().skip(1).map(value -> new Factor(kind, value)).forEach(others::add);
    String first = values.get(0);
    return switch (kind) {
      case EMAIL -> new Mfa(first, phoneNumber, password, totpSecret, others);
      case PHONE_NUMBER -> new Mfa(email, first, password, totpSecret, others);
      case TOTP -> new Mfa(email, phoneNumber, password, first, others);
    };
  }

  @Override
  public String toString() {
    return "Mfa[password=" + (password != null) + ", totp=" + (totpSecret != null) + "]";
  }
}
