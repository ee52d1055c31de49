package dev.muster.password;

/** Makes passwords up and hashes them; slow, and usable by several threads. */
public interface PasswordMaker {

  /** A password of some letters and digits that nobody could guess or misread. */
  String generate(int characters);

  /** How many passwords may be hashed at a time, for memory's sake too; at least 1. */
  int atOnce();

  /** The directory's preferred hash of a password. */
  EncodedHash hash(String password);
}
