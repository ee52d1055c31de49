package dev.muster.app.console.page;

import dev.muster.apply.StoreUnavailable;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.Set;

/** Answers with pages about what is wrong. */
final class ProblemPages {

  private static final System.Logger LOG = System.getLogger(ProblemPages.class.getName());

  private static final Set<HttpStatus> KNOWN =
      Set.of(
          HttpStatus.BAD_REQUEST,
          HttpStatus.FORBIDDEN,
          HttpStatus.NOT_FOUND,
          HttpStatus.METHOD_NOT_ALLOWED,
          HttpStatus.CONFLICT,
          HttpStatus.CONTENT_TOO_LARGE,
          HttpStatus.TOO_MANY_REQUESTS,
          HttpStatus.INTERNAL_SERVER_ERROR,
          HttpStatus.SERVICE_UNAVAILABLE);

  private final PageServices services;

  ProblemPages(PageServices services) {
    this.services = services;
  }

  /** Answers an exception of a handler. */
  void show(Context context, Exception e) {
    show(context, problem(e));
  }

  private static PageProblem problem(Exception e) {
    if (e instanceof PageProblem problem) {
      return problem;
    }
    if (e instanceof StoreUnavailable) {
      LOG.log(System.Logger.Level.WARNING, "a page failed: {0}", e.getMessage());
      return PageProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "problem.503.text");
    }
    if (e instanceof HttpResponseException refused) {
      return ofStatus(HttpStatus.forStatus(refused.getStatus()));
    }
    LOG.log(System.Logger.Level.ERROR, "a page failed", e);
    return ofStatus(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  static PageProblem ofStatus(HttpStatus status) {
    HttpStatus known = KNOWN.contains(status) ? status : HttpStatus.BAD_REQUEST;
    return PageProblem.of(known, "problem." + known.getCode() + ".text");
  }

  private void show(Context context, PageProblem problem) {
    Visit visit = visit(context);
    HttpStatus status = problem.status();
    String title = visit.texts().text("problem." + status.getCode() + ".title");
    visit.show(
        status,
        Optional.empty(),
        "problem",
        title,
        new ProblemView(status.getCode(), title, problem.text(visit.texts())));
  }

  /** Who reads the page, if the store can tell. */
  private Visit visit(Context context) {
    try {
      return Visits.of(context, services);
    } catch (StoreUnavailable e) {
      return Visits.anonymous(context, services);
    }
  }
}
