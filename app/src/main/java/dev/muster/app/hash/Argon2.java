package dev.muster.app.hash;

/** The scheme {@code argon2}, see {@link Argon2Hash}. */
final class Argon2 {

  static final KnownScheme SCHEME =
      KnownScheme.of(
          "argon2",
          encoded -> encoded.startsWith("$argon2"),
          Argon2Hash::parse,
          new About(
              "Argon2, in the form of its reference implementation",
              "$argon2id$v=19$m=256,t=2,p=2$bFFhSWlJckdWS0wy$IiU7+vFNaB0AX1SFV1uoow",
              "correct horse battery staple",
              "Muster itself, PHP's password_hash, Ory Kratos, RestAuth, whoever uses libargon2",
              "the column of the users table that begins with $argon2, as it is",
              About.Standing.ADVISABLE));

  private Argon2() {}
}
