package dev.muster.app.console.page;

import dev.muster.app.token.RandomToken;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out who sends a request, and in which language the answer is. */
final class Visits {

  /** The attribute of a request that has the secret which was made for it. */
  private static final String MADE = "muster.form.secret";

  private Visits() {}

  /** The visit of a request. */
  static Visit of(Context context, PageServices services) {
    Cookies cookies = services.cookies();
    Optional<String> token = cookies.session(context);
    Optional<SignedIn> reader = token.flatMap(services.sessions()::find);
    return new Visit(
        context,
        services,
        LanguageChoice.texts(context, cookies),
        reader,
        reader.isPresent() ? token.orElseThrow() : anonymousSecret(context, cookies));
  }

  /** A visit of nobody known, for pages about errors of the store. */
  static Visit anonymous(Context context, PageServices services) {
    Cookies cookies = services.cookies();
    return new Visit(
        context,
        services,
        LanguageChoice.texts(context, cookies),
        Optional.empty(),
        anonymousSecret(context, cookies));
  }

  /** The secret of forms without a session, kept in a cookie. */
  private static String anonymousSecret(Context context, Cookies cookies) {
    Optional<String> known = cookies.formSecret(context);
    if (known.isPresent()) {
      return known.get();
    }
    String earlier = context.attribute(MADE);
    if (earlier != null) {
      return earlier;
    }
    String made = RandomToken.make();
    context.attribute(MADE, made);
    cookies.keepFormSecret(context, made);
    return made;
  }

  /**
   * The secrets of which the token of a form for everybody may be. The cookie without a session can
   * be set by a neighbouring host, so other forms need the session's.
   */
  static Stream<String> openFormSecrets(Context context, Cookies cookies) {
    return Stream.of(cookies.session(context), cookies.formSecret(context))
        .flatMap(Optional::stream);
  }
}
