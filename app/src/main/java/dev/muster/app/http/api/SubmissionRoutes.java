package dev.muster.app.http.api;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Submissions.Relation;
import dev.muster.app.job.run.Submissions.Submitted;
import dev.muster.app.store.Session;
import dev.muster.problem.InputRefused;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;

/** Receives imports. */
final class SubmissionRoutes implements Routes {

  private final DirectoryAccess directory;

  SubmissionRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    new ApiEndpoints(routes, directory.tokens())
        .post("/imports", Scope.IMPORTS_WRITE, this::submit);
  }

  private void submit(Context context, Caller caller)
      throws ApiProblem, InputRefused, UsageProblem, IOException {
    ImportParameters parameters = ImportParameters.of(context, directory.settings().mappings());
    if (parameters.changesMissing()) {
      ApiEndpoints.require(caller, Scope.USERS_WRITE);
    }
    if (parameters.missing().isPresent()) {
      ApiEndpoints.require(caller, Scope.USERS_READ);
    }
    try (Session session = directory.database().openReading()) {
      VisibleRealms.realm(session, caller, parameters.realm());
    }
    // without a session, because a large body takes long and sessions are few
    Upload upload =
        Upload.receive(
            context,
            parameters.format(),
            directory.settings().limits(),
            directory.database().uploads());
    try (InputFile input = upload.input()) {
      requireRights(caller, upload, input, parameters);
      submit(context, caller, parameters, upload);
    }
  }

  /** Services belong to no realm, so that tokens for some realms can't import their documents. */
  private void requireRights(
      Caller caller, Upload upload, InputFile input, ImportParameters parameters)
      throws ApiProblem, InputRefused, UsageProblem {
    if (!caller.isBound()) {
      return;
    }
    Optional<String> identifier = parameters.options(upload.encoding()).identifier();
    String format = directory.formats().of(upload.format(), input, identifier).format().name();
    if (format.equals(RestAuthFormat.NAME)) {
      VisibleRealms.requireAll(caller);
    }
  }

  private void submit(Context context, Caller caller, ImportParameters parameters, Upload upload)
      throws ApiProblem, InputRefused, UsageProblem {
    try (Session session = directory.database().open()) {
      ImportRequest request =
          new ImportRequest(
                  upload.input(),
                  upload.format(),
                  parameters.realm(),
                  parameters.options(upload.encoding()),
                  false)
              .from(provenance(caller, parameters));
      Submitted submitted =
          directory
              .submissions()
              .apply(session)
              .submitOnce(caller.isBound() ? request.withinRealm() : request, ImportProgress.NONE);
      answer(context, caller, session, submitted);
    }
  }

  private static Provenance provenance(Caller caller, ImportParameters parameters) {
    Provenance provenance = Provenance.of(caller.actor(), JobOrigin.API);
    return parameters.idempotencyKey().map(provenance::withIdempotencyKey).orElse(provenance);
  }

  private static void answer(Context context, Caller caller, Session session, Submitted submitted)
      throws ApiProblem {
    Job job = submitted.job();
    if (submitted.relation() == Relation.CONFLICTING) {
      throw ApiProblem.of(
          ApiErrorCode.IDEMPOTENCY_CONFLICT,
          "The idempotency key was used for import "
              + job.id()
              + ", with another input or other options.");
    }
    boolean finished = job.state().finished();
    context.header("Location", ImportResource.path(job));
    JsonAnswer.write(
        context,
        finished ? HttpStatus.OK : HttpStatus.ACCEPTED,
        ImportResource.of(job, session, caller));
  }
}
