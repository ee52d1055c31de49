package dev.muster.app.http.api;

import dev.muster.app.document.DetailDocument;
import dev.muster.app.document.RejectFile;
import dev.muster.app.document.ReportFile;
import dev.muster.app.document.ResultSelection;
import dev.muster.app.document.Results;
import dev.muster.app.document.UserLogins;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.job.run.Imports;
import dev.muster.app.store.Session;
import dev.muster.app.tempfile.SpooledBytes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Tells what happened to the records of an import. */
final class ResultRoutes implements Routes {

  private static final String CSV = "text/csv; charset=utf-8";

  private static final Map<String, String> REJECT_TYPES =
      Map.of(
          "csv",
          CSV,
          "xlsx",
          CSV,
          "authgear",
          JsonAnswer.CONTENT_TYPE,
          "restauth",
          JsonAnswer.CONTENT_TYPE);

  private final DirectoryAccess directory;

  ResultRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    ApiEndpoints api = new ApiEndpoints(routes, directory.tokens());
    api.get("/imports/{id}/records", Scope.IMPORTS_READ, this::records);
    // like their input, rejects have password hashes, so that reading alone is not enough
    api.get("/imports/{id}/rejects", Scope.IMPORTS_WRITE, this::rejects);
  }

  /** A long answer is sent after the session's end, because a client may read it slowly. */
  private void records(Context context, Caller caller)
      throws ApiProblem, UsageProblem, IOException {
    RecordParameters parameters = RecordParameters.of(context);
    boolean table = JsonAnswer.accepted(context).contains("text/csv");
    boolean lines = JsonAnswer.wantsLines(context);
    context.header("Vary", "Accept");
    try (SpooledBytes body = new SpooledBytes("records")) {
      try (Session session = directory.database().openReading();
          Imports imports = directory.imports().apply(session)) {
        Job job = VisibleRealms.job(session, caller, context);
        KeptRecords kept = imports.kept(job);
        DetailDocument details =
            new DetailDocument(job, session.users().ids(), logins(session, caller));
        if (!table && !lines) {
          RecordPage page = new RecordPage(session.jobs(), job, kept, details);
          JsonAnswer.ok(context, page.document(parameters));
          return;
        }
        ReportFile format = table ? ReportFile.CSV : ReportFile.NDJSON;
        ResultSelection selection = all(parameters, kept);
        Results results = new Results(session.jobs(), job, selection);
        boolean imagined =
            table
                && job.options().dryRun()
                && selection.isEverything()
                && caller.may(Scope.USERS_READ);
        format.write(
            imagined ? results.withLoginsOf(imports.reopen(job)) : results, details, body.output());
      }
      send(context, table ? CSV : JsonAnswer.LINES_TYPE, body);
    }
  }

  /** The logins of users whom the caller may read. */
  private static UserLogins logins(Session session, Caller caller) {
    return caller.may(Scope.USERS_READ)
        ? UserLogins.of(
            session.users(),
            user -> session.catalogs().realmName(user.realm()).map(caller::mayUse).orElse(false))
        : UserLogins.NONE;
  }

  private static ResultSelection all(RecordParameters parameters, KeptRecords kept) {
    return new ResultSelection(
        parameters.filter(kept),
        parameters.after(),
        parameters.limit().orElse(Long.MAX_VALUE),
        kept);
  }

  private static void send(Context context, String type, SpooledBytes body) throws IOException {
    context.contentType(type);
    try (InputStream in = body.read()) {
      in.transferTo(context.outputStream());
    }
  }

  private void rejects(Context context, Caller caller) throws ApiProblem, IOException {
    QueryParameters.refuseAll(context);
    try (SpooledBytes body = new SpooledBytes("rejects")) {
      String type;
      long written;
      try (Session session = directory.database().openReading();
          Imports imports = directory.imports().apply(session)) {
        Job job = VisibleRealms.job(session, caller, context);
        Optional<SurveyedInput> input =
            session.jobs().tally(job).failed() == 0 ? Optional.empty() : imports.reopen(job);
        type =
            input.isPresent()
                ? REJECT_TYPES.getOrDefault(job.format(), JsonAnswer.LINES_TYPE)
                : JsonAnswer.LINES_TYPE;
        Results results = new Results(session.jobs(), job, Optional.empty());
        written = new RejectFile(results, input).write(body::output);
      }
      if (written == 0) {
        context.status(HttpStatus.NO_CONTENT);
      } else {
        send(context, type, body);
      }
    }
  }
}
