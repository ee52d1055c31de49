package dev.muster.app.http.auth0;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.http.DamagedForm;
import dev.muster.app.http.FormTooLarge;
import dev.muster.app.http.MediaType;
import dev.muster.app.http.MultipartForm;
import dev.muster.app.http.UploadedName;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobOptions;
import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.http.Context;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The form that starts an import. Its parts may come in any order, and the file with or without a
 * name and a type.
 *
 * @param users the file, to be closed by the receiver
 * @param externalId an id of the client's own
 */
record UsersImportForm(
    InputFile users, String connectionId, Optional<String> externalId, JobOptions options) {

  /** An option that only whoever sends mails about the import looks at. */
  static final String SEND_COMPLETION_EMAIL = "send_completion_email";

  private static final Pattern CONNECTION_ID = Pattern.compile("con_[A-Za-z0-9]{16}");
  private static final String USERS = "users";
  private static final String CONNECTION = "connection_id";

  /** What a form may have besides the file. */
  private static final int OTHER_BYTES_MAX = 1 << 20;

  /** So much of a body that is too large is read. */
  private static final long DISCARDED_BYTES_MAX = 64L << 20;

  private static final Duration DISCARDING = Duration.ofMinutes(1);

  /**
   * Receives a form.
   *
   * @param usersBytesMax the size of the largest file
   * @param folder where the file goes
   */
  static UsersImportForm receive(
      Context context, int usersBytesMax, InputLimits limits, TemporaryFolder folder)
      throws Refusal, IOException {
    long bytesMax = (long) usersBytesMax + OTHER_BYTES_MAX;
    if (context.req().getContentLengthLong() > bytesMax) {
      UnreadBody.discard(context, DISCARDED_BYTES_MAX, DISCARDING);
      throw new Refusal(Auth0Error.tooLarge(usersBytesMax));
    }
    try (MultipartForm form = MultipartForm.receive(context.req(), bytesMax)) {
      return of(new FormFields(form), usersBytesMax, limits, folder);
    } catch (FormTooLarge e) {
      context.header("Connection", "close");
      throw new Refusal(Auth0Error.tooLarge(usersBytesMax));
    } catch (DamagedForm e) {
      context.header("Connection", "close"); // the rest of the body may not have been read
      throw new Refusal(Auth0Error.damagedForm());
    }
  }

  private static UsersImportForm of(
      FormFields fields, int usersBytesMax, InputLimits limits, TemporaryFolder folder)
      throws Refusal, IOException {
    Part users =
        fields
            .part(USERS)
            .orElseThrow(
                () ->
                    new Refusal(
                        Auth0Error.badRequest("Must provide 'users' file as multipart part")));
    String connectionId =
        fields
            .text(CONNECTION)
            .orElseThrow(
                () ->
                    new Refusal(
                        Auth0Error.badRequest("Must provide 'connection_id' as multipart part")));
    if (!CONNECTION_ID.matcher(connectionId).matches()) {
      throw new Refusal(
          Auth0Error.invalidBody(
              "String does not match pattern ^" + CONNECTION_ID + "$", CONNECTION));
    }
    if (users.getSize() == 0) {
      throw new Refusal(Auth0Error.badRequest("Users file must not be empty"));
    }
    if (users.getSize() > usersBytesMax) {
      throw new Refusal(Auth0Error.tooLarge(usersBytesMax));
    }
    Optional<String> externalId = fields.text("external_id");
    JobOptions options = options(fields, MediaType.of(users.getContentType()));
    return new UsersImportForm(file(users, limits, folder), connectionId, externalId, options);
  }

  private static JobOptions options(FormFields fields, MediaType type) throws Refusal, IOException {
    Struct.Builder own = new Struct.Builder();
    own.append(SEND_COMPLETION_EMAIL, Value.of(fields.flag(SEND_COMPLETION_EMAIL).orElse(true)));
    for (String name : new String[] {"merge_metadata", "keep_email_verified"}) {
      fields.flag(name).ifPresent(flag -> own.append(name, Value.of(flag)));
    }
    return new JobOptions(
        Optional.empty(),
        Optional.of(fields.flag("upsert").orElse(false)),
        type.charset().orElse("auto"),
        false,
        CommitPolicy.CHUNK,
        false,
        own.build());
  }

  private static InputFile file(Part users, InputLimits limits, TemporaryFolder folder)
      throws IOException {
    try (InputStream in = users.getInputStream()) {
      return InputFile.spool(in, UploadedName.of(users).orElse("users.json"), limits, folder);
    }
  }
}
