package dev.muster.password;

/** Generates and hashes passwords. Hashing is slow on purpose. Thread-safe. */
public interface PasswordMaker {

  /** A random password of letters and digits that are not easily confused. */
  String generate(int characters);

  /** How many passwords may be hashed at the same time, given the memory; at least 1. */
  int atOnce();

  /** The directory's preferred hash of a password. */
  EncodedHash hash(String password);
}
