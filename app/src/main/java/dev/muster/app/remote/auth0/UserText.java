package dev.muster.app.remote.auth0;

/**
 * The text of one user of a payload.
 *
 * @param index its place in the payload, from 0
 * @param line the line that it begins on, from 1
 * @param json UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // handed to one reader, and never compared
public record UserText(long index, long line, byte[] json) {

  /** Shows no user data. */
  @Override
  public String toString() {
    return "UserText[" + index + ", line " + line + "]";
  }
}
