package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The console's cookies. Scripts can't read them, and other sites' forms don't send them. */
public final class Cookies {

  private static final String SESSION = "muster_session";
  private static final String FORM = "muster_form";
  private static final String RETURN = "muster_return";
  private static final String LANGUAGE = "muster_lang";

  private static final String ENDED = "muster_ended";
  private static final String ATTEMPT = "muster_attempt";

  private static final Duration ATTEMPT_KEPT = Duration.ofMinutes(10);
  private static final Duration LANGUAGE_KEPT = Duration.ofDays(365);
  private static final Duration RETURN_KEPT = Duration.ofMinutes(30);

  private final boolean secure;

  /**
   * Cookies of a server.
   *
   * @param secure whether browsers reach the server by HTTPS only
   */
  public Cookies(boolean secure) {
    this.secure = secure;
  }

  /** The token of the session. */
  Optional<String> session(Context context) {
    return value(context, SESSION);
  }

  void startSession(Context context, String token) {
    set(context, SESSION, token, null);
  }

  void endSession(Context context) {
    set(context, SESSION, "", Duration.ZERO);
  }

  /** The secret of forms on pages that need no session. */
  Optional<String> formSecret(Context context) {
    return value(context, FORM);
  }

  void keepFormSecret(Context context, String secret) {
    set(context, FORM, secret, null);
  }

  /** The path that the reader wanted before signing in; may be forged. */
  Optional<String> wantedPath(Context context) {
    return value(context, RETURN).flatMap(Cookies::decoded);
  }

  void keepWantedPath(Context context, String path) {
    set(context, RETURN, Link.encoded(path), RETURN_KEPT);
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a value of this server
    }
  }

  void forgetWantedPath(Context context) {
    if (value(context, RETURN).isPresent()) {
      set(context, RETURN, "", Duration.ZERO);
    }
  }

  /** Whether a form came after the end of its session, which the reader does not know yet. */
  boolean sessionEnded(Context context) {
    return value(context, ENDED).isPresent();
  }

  void noteEndedSession(Context context) {
    set(context, ENDED, "1", RETURN_KEPT);
  }

  void forgetEndedSession(Context context) {
    set(context, ENDED, "", Duration.ZERO);
  }

  /** The attempt to sign in at an OpenID provider that the browser has begun. */
  Optional<String> attempt(Context context) {
    return value(context, ATTEMPT);
  }

  void keepAttempt(Context context, String attempt) {
    set(context, ATTEMPT, attempt, ATTEMPT_KEPT);
  }

  void forgetAttempt(Context context) {
    set(context, ATTEMPT, "", Duration.ZERO);
  }

  Optional<Language> language(Context context) {
    return value(context, LANGUAGE).flatMap(Language::named);
  }

  void keepLanguage(Context context, Language language) {
    set(context, LANGUAGE, language.code(), LANGUAGE_KEPT);
  }

  private static Optional<String> value(Context context, String name) {
    return Optional.ofNullable(context.cookie(name)).filter(value -> !value.isEmpty());
  }

  /** Sets a cookie; without an age it ends with the browser. */
  private void set(Context context, String name, String value, @Nullable Duration age) {
    context
        .res()
        .addHeader(
            "Set-Cookie",
            name
                + "="
                + value
                + "; Path=/"
                + (age == null ? "" : "; Max-Age=" + age.toSeconds())
                + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : ""));
  }
}
