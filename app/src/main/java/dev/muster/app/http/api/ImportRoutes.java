package dev.muster.app.http.api;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.StopRequest;
import dev.muster.app.job.run.ImportControl;
import dev.muster.app.store.Session;
import dev.muster.value.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists, shows, stops and deletes imports. */
final class ImportRoutes implements Routes {

  private static final String ONE = "/imports/{id}";

  private static final int LIMIT = 50;
  private static final int LIMIT_MAX = 500;

  private static final List<String> STATES =
      Arrays.stream(JobState.values()).map(JobState::wireName).toList();

  private final DirectoryAccess directory;

  ImportRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    ApiEndpoints api = new ApiEndpoints(routes, directory.tokens());
    api.get("/imports", Scope.IMPORTS_READ, this::list);
    api.get(ONE, Scope.IMPORTS_READ, this::show);
    api.post(
        ONE + "/cancel",
        Scope.IMPORTS_WRITE,
        (context, caller) -> stop(context, caller, StopRequest.CANCEL));
    api.post(
        ONE + "/pause",
        Scope.IMPORTS_WRITE,
        (context, caller) -> stop(context, caller, StopRequest.PAUSE));
    api.post(ONE + "/resume", Scope.IMPORTS_WRITE, this::resume);
    api.delete(ONE, Scope.IMPORTS_WRITE, this::delete);
  }

  private void list(Context context, Caller caller) throws ApiProblem {
    QueryParameters query =
        QueryParameters.of(context, List.of("state", "realm", "format", "since", "after", "limit"));
    JobFilter filter = filter(query, caller);
    int limit = (int) query.whole("limit", 1, LIMIT_MAX).orElse(LIMIT);
    long before = query.whole("after", 1, JobStore.LATEST).orElse(JobStore.LATEST);
    try (Session session = directory.database().openReading()) {
      // one more than asked for tells whether there is a next page
      List<Job> found = session.jobs().page(filter, before, limit + 1);
      List<Job> jobs = found.subList(0, Math.min(limit, found.size()));
      Value next = found.size() > limit ? Value.of(jobs.get(jobs.size() - 1).number()) : Value.NULL;
      JsonAnswer.page(context, "imports", ImportResource.all(jobs, session), next);
    }
  }

  private static JobFilter filter(QueryParameters query, Caller caller) throws ApiProblem {
    JobFilter filter = JobFilter.ALL;
    Optional<String> realm = query.text("realm");
    if (realm.isPresent()) {
      VisibleRealms.requireUse(caller, realm.get());
      filter = filter.ofRealm(realm.get());
    } else if (caller.realms().isPresent()) {
      filter = filter.ofRealms(caller.realms().get());
    }
    Optional<String> state = query.word("state", STATES);
    if (state.isPresent()) {
      filter = filter.in(Set.of(JobState.named(state.get())));
    }
    filter = query.word("format", InputTypes.FORMATS).map(filter::ofFormat).orElse(filter);
    return query.time("since").map(filter::since).orElse(filter);
  }

  private void show(Context context, Caller caller) throws ApiProblem {
    QueryParameters.refuseAll(context);
    try (Session session = directory.database().openReading()) {
      Job job = VisibleRealms.job(session, caller, context);
      JsonAnswer.ok(context, ImportResource.of(job, session, caller));
    }
  }

  private void stop(Context context, Caller caller, StopRequest request) throws ApiProblem {
    QueryParameters.refuseAll(context);
    try (Session session = directory.database().open()) {
      Job job = VisibleRealms.job(session, caller, context);
      ImportControl.Answer answer = control(session, caller).stop(job, request);
      Job now = session.jobs().find(job.id()).orElse(job);
      if (answer == ImportControl.Answer.REFUSED) {
        throw now.state().finished()
            ? ApiProblem.of(
                ApiErrorCode.IMPORT_FINISHED,
                "The import " + job.id() + " is " + now.state().wireName() + ".")
            : ApiProblem.of(
                ApiErrorCode.IMPORT_STOPPING, "The import " + job.id() + " is being cancelled.");
      }
      boolean done = answer == ImportControl.Answer.DONE;
      answer(context, caller, done ? HttpStatus.OK : HttpStatus.ACCEPTED, now, session);
    }
  }

  private void resume(Context context, Caller caller) throws ApiProblem {
    QueryParameters.refuseAll(context);
    try (Session session = directory.database().open()) {
      Job job = VisibleRealms.job(session, caller, context);
      // workers don't have the inputs of imports that a command line runs
      if (session.submitted().find(job).isEmpty()
          || control(session, caller).resume(job) != ImportControl.Answer.DONE) {
        throw ApiProblem.of(
            ApiErrorCode.IMPORT_NOT_PAUSED, "The import " + job.id() + " is not paused.");
      }
      answer(context, caller, HttpStatus.OK, session.jobs().find(job.id()).orElse(job), session);
    }
  }

  private static void answer(
      Context context, Caller caller, HttpStatus status, Job job, Session session) {
    JsonAnswer.write(context, status, ImportResource.of(job, session, caller));
  }

  private void delete(Context context, Caller caller) throws ApiProblem {
    QueryParameters.refuseAll(context);
    try (Session session = directory.database().open()) {
      Job job = VisibleRealms.job(session, caller, context);
      if (control(session, caller).delete(job) != ImportControl.Answer.DONE) {
        throw ApiProblem.of(
            ApiErrorCode.IMPORT_RUNNING,
            "The import " + job.id() + " is running. Cancel it, and wait until it has stopped.");
      }
      context.status(HttpStatus.NO_CONTENT);
    }
  }

  private ImportControl control(Session session, Caller caller) {
    return new ImportControl(session, caller.actor(), directory.clock(), directory.retention());
  }
}
