package dev.muster.app.http.auth0;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.run.ActiveJobs;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.JobIds;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.job.run.Submissions.Submitted;
import dev.muster.app.settings.Auth0Settings;
import dev.muster.app.store.Session;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Realm;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.Optional;

/** Starts imports. */
final class UsersImportRoutes implements Routes {

  private static final String FORMAT = "auth0";

  private final DirectoryAccess directory;
  private final Auth0Settings limits;

  UsersImportRoutes(DirectoryAccess directory) {
    this.directory = directory;
    this.limits = directory.settings().auth0();
  }

  @Override
  public void addTo(RoutesConfig routes) {
    new Endpoints(routes, directory.tokens())
        .post("/jobs/users-imports", this::start, Scope.IMPORTS_WRITE);
  }

  private void start(Context context, Caller caller) throws Refusal, IOException {
    // without a session, because a large body takes long and sessions are few
    UsersImportForm form =
        UsersImportForm.receive(
            context,
            limits.maxUsersBytes(),
            directory.settings().limits(),
            directory.database().uploads());
    try (InputFile users = form.users();
        Session session = directory.database().open()) {
      Connections connections = new Connections(session, caller);
      Realm realm =
          connections
              .withId(form.connectionId())
              .orElseThrow(
                  () ->
                      new Refusal(
                          Auth0Error.badRequest(
                              "The connection does not exist", "inexistent_connection")));
      ImportRequest request =
          new ImportRequest(users, FORMAT, realm.name(), form.options(), false)
              .from(provenance(form, caller));
      Job job =
          submitted(
                  directory.submissions().apply(session),
                  caller.isBound() ? request.withinRealm() : request)
              .orElseThrow(() -> new Refusal(Auth0Error.tooManyJobs(limits.activeJobs())));
      JsonReply.write(context, HttpStatus.ACCEPTED, JobDocument.accepted(job, form.connectionId()));
    }
  }

  /** The job of a request, also if its file can't be imported; empty if too many are active. */
  private Optional<Job> submitted(Submissions submissions, ImportRequest request)
      throws IOException {
    ActiveJobs limit = new ActiveJobs(limits.activeJobs());
    try {
      try {
        requirePlain(request.input());
        return submissions.submitWithin(limit, request, ImportProgress.NONE).map(Submitted::job);
      } catch (InputRefused e) {
        return submissions.submitRefused(limit, request, e);
      }
    } catch (InputRefused e) {
      throw new IOException(e); // the temporary file can't be read any more
    } catch (UsageProblem e) {
      throw new IllegalStateException(e); // format and realm are known
    }
  }

  /** Files are not expanded, so that the limit of their size is all that they can hold. */
  private static void requirePlain(InputFile users) throws InputRefused, IOException {
    if (users.isCompressed()) {
      throw new InputRefused(
          InputProblem.of(ProblemCode.INVALID_JSON, "the file is compressed, and not JSON"));
    }
  }

  private static Provenance provenance(UsersImportForm form, Caller caller) {
    Provenance provenance =
        Provenance.of(caller.actor(), JobOrigin.AUTH0).withPublicId(JobIds.auth0());
    return form.externalId().map(provenance::withExternalId).orElse(provenance);
  }
}
