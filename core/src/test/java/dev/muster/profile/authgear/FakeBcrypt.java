package dev.muster.profile.authgear;

import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import java.util.List;

/** Takes for bcrypt what begins with {@code $2}, within reason. */
final class FakeBcrypt implements HashScheme {

  static final HashSchemes SCHEMES = new HashSchemes(List.of(new FakeBcrypt()));

  /** Bcrypt, and a scheme of Muster's that takes {@code sound} only. */
  static final PasswordTypes TYPES =
      new PasswordTypes(SCHEMES, () -> new HashSchemes(List.of(new Other())), hash -> {});

  @Override
  public String name() {
    return "bcrypt";
  }

  @Override
  public HashReading read(String encoded) {
    if (!encoded.startsWith("$2")) {
      return new HashReading.NotMine();
    }
    return switch (encoded) {
      case "$2-broken" -> new HashReading.Malformed("Invalid format for bcrypt hash");
      case "$2-costly" -> new HashReading.OutOfBounds("bcrypt cost must be from 4 to 16");
      default -> new HashReading.Accepted(new EncodedHash("bcrypt", encoded));
    };
  }

  @Override
  public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
    throw new UnsupportedOperationException();
  }

  private record Other() implements HashScheme {

    @Override
    public String name() {
      return "other";
    }

    @Override
    public HashReading read(String encoded) {
      if (encoded.startsWith("{known}")) {
        return new HashReading.Unverifiable(
            new EncodedHash("other", encoded), "other hashes can't be verified");
      }
      return encoded.startsWith("{other}")
          ? new HashReading.Accepted(new EncodedHash("other", encoded))
          : new HashReading.NotMine();
    }

    @Override
    public HashReading readAs(String encoded) {
      return encoded.equals("sound")
          ? new HashReading.Accepted(new EncodedHash("other", encoded))
          : new HashReading.Malformed("not a sound other hash");
    }

    @Override
    public boolean verify(EncodedHash hash, byte[] passwordUtf8) {
      throw new UnsupportedOperationException();
    }
  }
}
