package dev.muster.app.console.page;

import dev.muster.app.http.CutAnswer;
import dev.muster.app.http.DamagedForm;
import dev.muster.app.http.FormTooLarge;
import dev.muster.app.http.MultipartForm;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registers pages and forms. Each is for signed-in administrators only, unless it is open; a form
 * must carry the token of its page. What handlers throw is answered by a page.
 */
public final class PageRoutes {

  /** The hidden field that carries the form's token. */
  public static final String TOKEN_FIELD = "_csrf";

  /** The part of a form's body that is not its file. */
  private static final long OTHER_FIELDS_BYTES = 1 << 16;

  private static final String SIGN_IN = "/sign-in";

  private final RoutesConfig routes;
  private final PageServices services;
  private final ProblemPages problems;

  public PageRoutes(RoutesConfig routes, PageServices services) {
    this.routes = routes;
    this.services = services;
    this.problems = new ProblemPages(services);
  }

  /** Answers a request for a page, or a form. */
  public interface Handler {
    void answer(Visit visit) throws Exception;
  }

  /** Answers a form with files. */
  public interface UploadHandler {
    void answer(Visit visit, MultipartForm form) throws Exception;
  }

  /** A page. */
  public void get(String path, Handler handler) {
    add(HandlerType.GET, path, context -> answer(context, handler));
  }

  /** A form without files. */
  public void post(String path, Handler handler) {
    add(
        HandlerType.POST,
        path,
        context ->
            answer(
                context,
                visit -> {
                  requireToken(context, smallFormToken(context));
                  handler.answer(visit);
                }));
  }

  /**
   * A form with a file ({@code multipart/form-data}). Its token is checked first.
   *
   * @param fileBytesMax the size of the largest file
   */
  public void upload(String path, long fileBytesMax, UploadHandler handler) {
    add(
        HandlerType.POST,
        path,
        context -> answer(context, visit -> receive(visit, fileBytesMax, handler)));
  }

  /** A page for everybody. */
  void openGet(String path, Handler handler) {
    add(HandlerType.GET, path, context -> answerOpen(context, handler));
  }

  /** A form for everybody. */
  void openPost(String path, Handler handler) {
    add(
        HandlerType.POST,
        path,
        context ->
            answerOpen(
                context,
                visit -> {
                  requireOpenToken(context);
                  handler.answer(visit);
                }));
  }

  /** The token of a form without files; one with files would be read whole before it is checked. */
  private static Optional<String> smallFormToken(Context context) throws PageProblem {
    if (context.isMultipart()) {
      context.header("Connection", "close");
      throw PageProblem.of(HttpStatus.BAD_REQUEST, "problem.form.broken");
    }
    return Optional.ofNullable(context.formParam(TOKEN_FIELD));
  }

  private interface Answer {
    void to(Context context) throws Exception;
  }

  private void add(HandlerType method, String path, Answer answer) {
    routes.addHttpHandler(
        method,
        path,
        context -> {
          PageHeaders.set(context);
          try {
            answer.to(context);
          } catch (Exception e) {
            if (CutAnswer.cut(context)) {
              throw e;
            }
            problems.show(context, e);
          }
        });
  }

  private void answer(Context context, Handler handler) throws Exception {
    Visit visit = Visits.of(context, services);
    if (visit.signedIn().isEmpty()) {
      sendToSignIn(visit);
      return;
    }
    handler.answer(visit);
  }

  private void answerOpen(Context context, Handler handler) throws Exception {
    handler.answer(Visits.of(context, services));
  }

  private void sendToSignIn(Visit visit) {
    Context context = visit.context();
    boolean form = !HandlerType.GET.equals(context.method());
    if (form && services.cookies().session(context).isPresent()) {
      services.cookies().noteEndedSession(context);
      LocalPath.ofPage(context).ifPresent(path -> services.cookies().keepWantedPath(context, path));
    }
    if (context.header("HX-Request") != null) {
      // a part of a page can't become the sign-in page: the browser is sent there instead
      context.status(HttpStatus.UNAUTHORIZED).header("HX-Redirect", SIGN_IN);
      return;
    }
    if (!form) {
      String query = context.queryString();
      LocalPath.of(context.path() + (query == null ? "" : "?" + query))
          .ifPresent(path -> services.cookies().keepWantedPath(context, path));
    }
    visit.redirect(SIGN_IN);
  }

  private void receive(Visit visit, long fileBytesMax, UploadHandler handler) throws Exception {
    Context context = visit.context();
    long bytesMax = fileBytesMax + OTHER_FIELDS_BYTES;
    if (context.req().getContentLengthLong() > bytesMax) {
      throw tooLarge(visit, fileBytesMax);
    }
    try (MultipartForm form = MultipartForm.receive(context.req(), bytesMax)) {
      List<Part> tokens = form.parts(TOKEN_FIELD);
      requireToken(context, tokens.isEmpty() ? Optional.empty() : Optional.of(text(tokens.get(0))));
      if (form.parts().stream().anyMatch(part -> part.getSize() > fileBytesMax)) {
        throw tooLarge(visit, fileBytesMax);
      }
      handler.answer(visit, form);
    } catch (FormTooLarge e) {
      throw tooLarge(visit, fileBytesMax);
    } catch (DamagedForm e) {
      context.header("Connection", "close"); // the rest of the body may not have been read
      throw PageProblem.of(HttpStatus.BAD_REQUEST, "problem.form.broken");
    }
  }

  private static PageProblem tooLarge(Visit visit, long fileBytesMax) {
    visit.context().header("Connection", "close"); // the rest of the body is not read
    return PageProblem.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "problem.file.large",
        "limit",
        ByteCount.text(fileBytesMax, visit.texts()));
  }

  private static String text(Part part) throws IOException {
    return new String(part.getInputStream().readNBytes(200), StandardCharsets.UTF_8);
  }

  /** Refuses a form that another site, or a page of an ended session, has sent. */
  private void requireToken(Context context, Optional<String> given) throws PageProblem {
    require(given, services.cookies().session(context).stream());
  }

  private void requireOpenToken(Context context) throws PageProblem {
    require(smallFormToken(context), Visits.openFormSecrets(context, services.cookies()));
  }

  private static void require(Optional<String> given, Stream<String> secrets) throws PageProblem {
    boolean right =
        given.isPresent() && secrets.anyMatch(secret -> FormToken.fits(given.get(), secret));
    if (!right) {
      throw PageProblem.of(HttpStatus.FORBIDDEN, "problem.form.token");
    }
  }
}
