package dev.muster.app.http.api;

import dev.muster.app.format.Formats;
import dev.muster.app.http.MediaType;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The media types of inputs, and their formats. */
final class InputTypes {

  static final String MULTIPART = "multipart/form-data";

  /** The names of formats that a request may have. */
  static final List<String> FORMATS =
      List.of(Formats.AUTO, "auth0", "authgear", "authgear-lines", "csv", "restauth", "xlsx");

  private static final Map<String, String> BY_TYPE =
      Map.ofEntries(
          Map.entry("", Formats.AUTO),
          Map.entry("application/octet-stream", Formats.AUTO),
          Map.entry("application/gzip", Formats.AUTO),
          Map.entry("application/x-gzip", Formats.AUTO),
          Map.entry("application/zstd", Formats.AUTO),
          Map.entry("application/json", "authgear"),
          Map.entry("application/x-ndjson", "authgear-lines"),
          Map.entry("application/ndjson", "authgear-lines"),
          Map.entry("application/jsonl", "authgear-lines"),
          Map.entry("text/csv", "csv"),
          Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"));

  /** Compression is recognised by the first bytes of the input, so that these need no action. */
  private static final Set<String> ENCODINGS = Set.of("identity", "gzip", "x-gzip", "zstd");

  private InputTypes() {}

  /**
   * The format of an input.
   *
   * @param requested the format that the request names; its media type is then not looked at
   */
  static String format(Optional<String> requested, MediaType type) throws ApiProblem {
    if (requested.isPresent()) {
      return requested.get();
    }
    String format = BY_TYPE.get(type.name());
    if (format == null) {
      throw unsupported(
          "There is no format for the Content-Type "
              + type.name()
              + ". Send application/json, application/x-ndjson, text/csv,"
              + " application/octet-stream, or name the format, as in ?format=csv.");
    }
    return format;
  }

  /** The format of an uploaded file, which is detected if its media type says nothing. */
  static String formatOfPart(Optional<String> requested, MediaType type) {
    return requested.orElseGet(() -> BY_TYPE.getOrDefault(type.name(), Formats.AUTO));
  }

  static void requireKnownEncoding(Context context) throws ApiProblem {
    String encoding = context.header("Content-Encoding");
    if (encoding != null && !ENCODINGS.contains(encoding.strip().toLowerCase(Locale.ROOT))) {
      throw unsupported("The Content-Encoding is gzip, zstd or none, not " + encoding + ".");
    }
  }

  static ApiProblem unsupported(String detail) {
    return ApiProblem.of(ApiErrorCode.UNSUPPORTED_MEDIA_TYPE, detail);
  }
}
