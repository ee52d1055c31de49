package dev.muster.app.http.auth0;

import dev.muster.app.document.ResultSelection;
import dev.muster.app.document.Results;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.run.Imports;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.app.tempfile.SpooledBytes;
import dev.muster.report.Outcome;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells how imports stand, and which records failed. */
final class JobRoutes implements Routes {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final String UNKNOWN = "inexistent_job";

  private final DirectoryAccess directory;

  JobRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Endpoints api = new Endpoints(routes, directory.tokens());
    api.get("/jobs/{id}", this::status, Scope.IMPORTS_WRITE, Scope.IMPORTS_READ);
    api.get("/jobs/{id}/errors", this::errors, Scope.IMPORTS_WRITE, Scope.IMPORTS_READ);
  }

  private void status(Context context, Caller caller) throws Refusal, IOException {
    String id = id(context);
    try (Session session = directory.database().openReading()) {
      Job job =
          find(session, caller, id)
              .orElseThrow(() -> new Refusal(Auth0Error.notFound("Job not found", UNKNOWN)));
      JsonReply.write(
          context,
          HttpStatus.OK,
          JobDocument.of(
              job,
              connectionId(session, caller, job),
              session.jobs().tally(job),
              reason(session, job),
              directory.clock().instant()));
    }
  }

  /** A long answer is sent after the session's end, because a client may read it slowly. */
  private void errors(Context context, Caller caller) throws Refusal, IOException {
    String id = id(context);
    try (SpooledBytes body = new SpooledBytes("errors")) {
      try (Session session = directory.database().openReading();
          Imports imports = directory.imports().apply(session)) {
        Job job =
            find(session, caller, id)
                .orElseThrow(
                    () -> new Refusal(Auth0Error.notFound("The job does not exist", UNKNOWN)));
        if (session.jobs().tally(job).failed() == 0) {
          withoutErrors(context, session, caller, job);
          return;
        }
        RowErrors.write(results(session, imports, job), body.output());
      }
      context.status(HttpStatus.OK).contentType(JsonReply.CONTENT_TYPE);
      try (InputStream in = body.read()) {
        in.transferTo(context.outputStream());
      }
    }
  }

  private static void withoutErrors(Context context, Session session, Caller caller, Job job)
      throws IOException {
    if (job.state() == JobState.FAILED || job.state() == JobState.CANCELLED) {
      JsonReply.write(
          context,
          HttpStatus.OK,
          JobDocument.failure(job, connectionId(session, caller, job), reason(session, job)));
    } else {
      context.status(HttpStatus.NO_CONTENT);
    }
  }

  private static Results results(Session session, Imports imports, Job job) {
    try {
      ResultSelection failed =
          new ResultSelection(
              ResultFilter.ALL.with(Outcome.FAILED),
              JobStore.START,
              Long.MAX_VALUE,
              imports.kept(job));
      return new Results(session.jobs(), job, failed);
    } catch (UsageProblem e) {
      throw new IllegalStateException(e); // a recorded job has a known format
    }
  }

  private static String id(Context context) throws Refusal {
    String id = context.pathParam("id");
    if (!ID.matcher(id).matches()) {
      throw new Refusal(
          Auth0Error.badRequest(
              "Path validation error: 'String does not match pattern ^job_[A-Za-z0-9]{16}$' on"
                  + " property id",
              "invalid_uri"));
    }
    return id;
  }

  /** Only jobs of this API or of its command line, by its ids, that have not expired. */
  private Optional<Job> find(Session session, Caller caller, String id) {
    return session
        .jobs()
        .find(id)
        .filter(job -> job.provenance().origin() == JobOrigin.AUTH0)
        .filter(job -> job.provenance().publicId().filter(id::equals).isPresent())
        .filter(job -> caller.mayUse(job.realm()))
        .filter(
            job -> job.times().expiresAt().map(directory.clock().instant()::isBefore).orElse(true));
  }

  private static Optional<String> connectionId(Session session, Caller caller, Job job) {
    return new Connections(session, caller).idOf(job.realm());
  }

  private static Optional<String> reason(Session session, Job job) {
    return job.state() == JobState.FAILED
        ? session.submitted().find(job).flatMap(Submission::trouble)
        : Optional.empty();
  }
}
