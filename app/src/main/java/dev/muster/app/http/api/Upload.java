package dev.muster.app.http.api;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.http.DamagedForm;
import dev.muster.app.http.MediaType;
import dev.muster.app.http.MultipartForm;
import dev.muster.app.http.UploadedName;
import dev.muster.app.tempfile.SourceStream;
import dev.muster.app.tempfile.TemporaryFolder;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Receives the input of an import: the body, or the part {@code file} of a form. It goes to a
 * temporary file as it comes, so that any size needs constant memory.
 *
 * @param format the format's name, or {@code auto}
 * @param encoding the character set that the media type names
 */
record Upload(InputFile input, String format, Optional<String> encoding) {

  /** The name of inputs whose file name is unknown. */
  private static final String UNNAMED = "upload";

  private static final String PART = "file";

  /**
   * Receives an input, to be closed by the caller.
   *
   * @param requested the format that the request names
   * @param folder where the input goes
   */
  static Upload receive(
      Context context, Optional<String> requested, InputLimits limits, TemporaryFolder folder)
      throws ApiProblem, IOException {
    InputTypes.requireKnownEncoding(context);
    MediaType type = MediaType.of(context.contentType());
    if (type.name().equals(InputTypes.MULTIPART)) {
      return ofForm(context.req(), requested, limits, folder);
    }
    String format = InputTypes.format(requested, type);
    InputStream body = new SourceStream(context.bodyInputStream());
    return new Upload(InputFile.spool(body, UNNAMED, limits, folder), format, type.charset());
  }

  private static Upload ofForm(
      HttpServletRequest request,
      Optional<String> requested,
      InputLimits limits,
      TemporaryFolder folder)
      throws ApiProblem, IOException {
    try (MultipartForm form = MultipartForm.receive(request)) {
      if (form.parts().size() != 1 || form.parts(PART).isEmpty()) {
        throw ApiProblem.of(
            ApiErrorCode.INVALID_BODY,
            "The form must have one part, file. Options are query parameters.");
      }
      Part part = form.parts().get(0);
      MediaType type = MediaType.of(part.getContentType());
      try (InputStream in = part.getInputStream()) {
        return new Upload(
            InputFile.spool(in, UploadedName.of(part).orElse(UNNAMED), limits, folder),
            InputTypes.formatOfPart(requested, type),
            type.charset());
      }
    } catch (DamagedForm e) {
      throw ApiProblem.of(ApiErrorCode.INVALID_BODY, "The form is damaged or broke off.");
    }
  }
}
