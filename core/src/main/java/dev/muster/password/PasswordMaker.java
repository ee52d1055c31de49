package dev.muster.password;

/** Makes passwords up and hashes them; slow, and usable by several threads. */
public interface PasswordMaker {

  /** A password of some letters and digits that nobody could guess or misread. */
  String generate(int characters);

  /** The directory's preferred hash of a password. */
  EncodedHash hash(String password);
}
