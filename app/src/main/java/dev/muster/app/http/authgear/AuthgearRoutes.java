package dev.muster.app.http.authgear;

import dev.muster.app.document.DetailLevel;
import dev.muster.app.document.Results;
import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.RequestBody;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenRefused;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.job.run.ImportProgress;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.JobIds;
import dev.muster.app.job.run.RecordQuota;
import dev.muster.app.job.run.Submissions.Submitted;
import dev.muster.app.json.JsonText;
import dev.muster.app.settings.AuthgearSettings;
import dev.muster.app.store.Session;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Authgear's User Import API (docs.authgear.com, User Import API): starts an import, and tells how
 * it stands. Users go to the default realm. A refused token is answered with 403 and plain text, as
 * Authgear does.
 */
public final class AuthgearRoutes implements Routes {

  private static final String PATH = "/_api/admin/users/import";
  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;\\s*charset\\s*=\\s*\"?utf-8\"?)?\\s*");

  private final DirectoryAccess directory;
  private final int bodyBytesMax;
  private final RecordQuota quota;

  /** The routes, with the limits of the directory's settings. */
  public AuthgearRoutes(DirectoryAccess directory) {
    AuthgearSettings limits = directory.settings().authgear();
    this.directory = directory;
    this.bodyBytesMax = limits.maxRequestBytes();
    this.quota = new RecordQuota(limits.quotaPerDay(), limits.quotaPerMonth());
  }

  @Override
  public void addTo(RoutesConfig routes) {
    routes.post(PATH, context -> answer(context, Scope.IMPORTS_WRITE, this::start));
    routes.get(PATH + "/{id}", context -> answer(context, Scope.IMPORTS_READ, this::status));
  }

  /** Answers a request of a caller. */
  private interface Answer {
    void give(Context context, Caller caller) throws Refusal, IOException;
  }

  private void answer(Context context, Scope scope, Answer answer) {
    try {
      Caller caller = directory.tokens().verify(context.header("Authorization"));
      if (!caller.mayByAudience(scope) || !caller.mayUse(Realm.DEFAULT)) {
        throw new Refusal(forbidden());
      }
      answer.give(context, caller);
    } catch (TokenRefused e) {
      forbidden().write(context);
    } catch (Refusal e) {
      e.reply().write(context);
    } catch (IOException | RuntimeException e) {
      System.getLogger(AuthgearRoutes.class.getName())
          .log(System.Logger.Level.ERROR, context.method() + " " + PATH + " failed", e);
      Reply.of(AuthgearError.unexpected()).write(context);
    }
  }

  private static Reply forbidden() {
    return new Reply(HttpStatus.FORBIDDEN, "text/plain; charset=utf-8", "Forbidden\n");
  }

  private void start(Context context, Caller caller) throws Refusal, IOException {
    requireJson(context.contentType());
    byte[] body = body(context);
    try (Session session = directory.database().open();
        InputFile input =
            InputFile.spool(
                new ByteArrayInputStream(body),
                "request",
                directory.settings().limits(),
                directory.database().uploads())) {
      requirePlain(input);
      RecordQuota.Check check = quota.check();
      Submitted submitted =
          directory
              .submissions()
              .apply(session)
              .submitWithin(check, request(input, caller), ImportProgress.NONE)
              .orElseThrow(() -> new Refusal(exceeded(check)));
      reply(context, TaskDocument.pending(submitted.job()));
    } catch (InputRefused e) {
      throw new Refusal(Reply.of(error(e)));
    } catch (UsageProblem e) {
      throw new IllegalStateException(e); // the options are fixed
    }
  }

  private static Reply exceeded(RecordQuota.Check check) {
    return Reply.of(
        AuthgearError.usageLimitExceeded(check.exceeded().orElse(RecordQuota.Period.DAY)));
  }

  private byte[] body(Context context) throws Refusal {
    try {
      return RequestBody.read(context.bodyInputStream(), bodyBytesMax)
          .orElseThrow(() -> new Refusal(Reply.of(AuthgearError.tooLarge(bodyBytesMax))));
    } catch (IOException e) {
      throw new Refusal(Reply.incompleteBody());
    }
  }

  /** Authgear does not expand bodies, so that the limit of their size is all that they can hold. */
  private static void requirePlain(InputFile input) throws Refusal, IOException {
    if (input.isCompressed()) {
      throw new Refusal(Reply.of(AuthgearError.invalidJson("the body is compressed", 0)));
    }
  }

  private static void requireJson(@Nullable String type) throws Refusal {
    if (type == null || !JSON.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
      throw new Refusal(
          new Reply(
              HttpStatus.UNSUPPORTED_MEDIA_TYPE,
              "text/plain; charset=utf-8",
              "invalid content type: " + (type == null ? "" : type) + "\n"));
    }
  }

  private static ImportRequest request(InputFile input, Caller caller) {
    Provenance provenance =
        Provenance.of(caller.actor(), JobOrigin.AUTHGEAR).withPublicId(JobIds.authgear());
    JobOptions options =
        new JobOptions(
            Optional.empty(), Optional.empty(), "utf-8", false, CommitPolicy.CHUNK, false);
    ImportRequest request =
        new ImportRequest(input, Formats.AUTHGEAR_REQUEST, Realm.DEFAULT, options, false)
            .from(provenance);
    return caller.isBound() ? request.withinRealm() : request;
  }

  private static AuthgearError error(InputRefused refused) {
    if (!refused.causes().isEmpty()) {
      return AuthgearError.invalidRequest(refused.causes());
    }
    InputProblem first = refused.problems().get(0);
    String message =
        first.code() == ProblemCode.BAD_ENCODING
            ? "the body is not valid UTF-8" // the problem's advice is for files
            : first.message();
    return AuthgearError.invalidJson(message, first.byteOffset());
  }

  private void status(Context context, Caller caller) throws Refusal, IOException {
    String id = context.pathParam("id");
    try (Session session = directory.database().openReading()) {
      Job job =
          session
              .jobs()
              .find(id)
              .filter(found -> isShown(found, id))
              .orElseThrow(() -> new Refusal(Reply.of(AuthgearError.taskNotFound())));
      reply(context, job.state().finished() ? completed(session, job) : TaskDocument.pending(job));
    }
  }

  /** Only tasks of this API that have not expired, by this API's ids. */
  private boolean isShown(Job job, String id) {
    return job.provenance().origin() == JobOrigin.AUTHGEAR
        && job.provenance().publicId().filter(id::equals).isPresent()
        && job.times().expiresAt().map(directory.clock().instant()::isBefore).orElse(true);
  }

  private Struct completed(Session session, Job job) throws IOException {
    List<Value> details = new ArrayList<>();
    try (Imports imports = directory.imports().apply(session)) {
      new Results(session.jobs(), job, imports.reopen(job))
          .each(
              DetailLevel.ALL,
              (result, shown) ->
                  details.add(
                      TaskDocument.detail(
                          job,
                          session.users().ids(),
                          result,
                          shown == null ? null : shown.get("record"))));
    }
    return TaskDocument.completed(job, session.jobs().tally(job), details);
  }

  private static void reply(Context context, Struct document) {
    new Reply(HttpStatus.OK, Reply.JSON, JsonText.of(document)).write(context);
  }
}
