package dev.muster.app.http.api;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.tempfile.SourceStream;
import dev.muster.app.tempfile.TemporaryFolder;
import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;

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
  private static final int NAME_CHARACTERS_MAX = 200;

  /** Parts of a form that are larger go to temporary files at once. */
  private static final int PART_IN_MEMORY_BYTES = 1 << 16;

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
    try (TemporaryFolder parts = TemporaryFolder.make("form")) {
      request.setAttribute(
          ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
          new MultipartConfigElement(parts.file("").toString(), -1, -1, PART_IN_MEMORY_BYTES));
      Part part = onlyPart(request);
      MediaType type = MediaType.of(part.getContentType());
      try (InputStream in = part.getInputStream()) {
        return new Upload(
            InputFile.spool(in, name(part), limits, folder),
            InputTypes.formatOfPart(requested, type),
            type.charset());
      } finally {
        part.delete();
      }
    }
  }

  private static Part onlyPart(HttpServletRequest request) throws ApiProblem {
    try {
      Collection<Part> parts = request.getParts();
      Part part = request.getPart(PART);
      if (part == null || parts.size() > 1) {
        throw ApiProblem.of(
            ApiErrorCode.INVALID_BODY,
            "The form must have one part, file. Options are query parameters.");
      }
      return part;
    } catch (ServletException | IOException | HttpException.RuntimeException e) {
      throw ApiProblem.of(ApiErrorCode.INVALID_BODY, "The form is damaged or broke off.");
    }
  }

  private static String name(Part part) {
    String name = part.getSubmittedFileName();
    if (name == null || name.isBlank()) {
      return UNNAMED;
    }
    String last = name.replaceAll(".*[/\\\\]", "");
    return last.substring(0, Math.min(last.length(), NAME_CHARACTERS_MAX));
  }
}
