package dev.muster.app.console.page;

import java.util.Optional;

/**
 * What the page behind a link to set a password shows: a form, or a message.
 *
 * @param message empty if there is a form
 * @param done whether the message is that the password is set
 */
public record SetPasswordView(Optional<Form> form, String message, boolean done) {

  /**
   * The form.
   *
   * @param path where it is sent to
   * @param login what the user signs in by; an empty text for nothing
   * @param minLength how many characters the password has at least
   * @param refusal why the last password was not taken; empty if there was none
   */
  public record Form(String path, String login, int minLength, Optional<String> refusal) {

    /** Shows no path, because it has the token. */
    @Override
    public String toString() {
      return "Form";
    }
  }

  static SetPasswordView of(Form form) {
    return new SetPasswordView(Optional.of(form), "", false);
  }

  static SetPasswordView of(String message, boolean done) {
    return new SetPasswordView(Optional.empty(), message, done);
  }
}
