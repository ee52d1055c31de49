package dev.muster.app.remote.auth0;

import java.io.Serial;

/**
 * A payload is no JSON array of objects. The message is that of Go's JSON library, if it has one.
 */
public final class PayloadProblem extends Exception {

  @Serial private static final long serialVersionUID = 1;

  public PayloadProblem(String message) {
    super(message);
  }

  static PayloadProblem endedEarly() {
    return new PayloadProblem("unexpected end of JSON input");
  }

  static PayloadProblem unexpected(int character, String place) {
    String shown = character > ' ' && character < 0x7f ? Character.toString(character) : "?";
    return new PayloadProblem("invalid character '" + shown + "' " + place);
  }

  static PayloadProblem notArray(String type) {
    return new PayloadProblem(
        "json: cannot unmarshal " + type + " into Go value of type []map[string]interface {}");
  }

  static PayloadProblem notObject(String type) {
    return new PayloadProblem(
        "json: cannot unmarshal " + type + " into Go value of type map[string]interface {}");
  }
}
