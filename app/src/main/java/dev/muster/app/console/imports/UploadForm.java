package dev.muster.app.console.imports;

import dev.muster.app.format.Formats;
import dev.muster.app.http.MultipartForm;
import dev.muster.app.http.UploadedName;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobOptions;
import dev.muster.value.Struct;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the form that uploads a file. */
final class UploadForm {

  /** The value of a field that leaves a choice to Muster. */
  static final String DETECTED = "detected";

  static final List<String> ENCODINGS =
      List.of(
          DETECTED, "utf-8", "windows-1252", "iso-8859-15", "iso-8859-1", "utf-16le", "utf-16be");
  static final List<String> FORMATS =
      List.of(DETECTED, "csv", "xlsx", "auth0", "authgear", "restauth");
  static final List<String> IDENTIFIERS = List.of("email", "preferred_username", "phone_number");

  private static final int FIELD_BYTES = 1_000;

  private UploadForm() {}

  /**
   * What somebody chose for a file. An empty text is no choice.
   *
   * @param upsert {@code yes} or {@code no}: whether existing users are updated
   * @param identifier the field that identifies users; only Authgear's records need it
   */
  public record Choices(
      String encoding, String format, String realm, String upsert, String identifier) {

    static final Choices NONE = new Choices(DETECTED, DETECTED, "", "", "");

    /** The name of the format to request. */
    String requestedFormat() {
      return isOpen(format) ? Formats.AUTO : format;
    }

    /** The options of imports of the file. */
    JobOptions options() {
      return new JobOptions(
          Optional.of(identifier).filter(name -> !name.isEmpty()),
          upsert.isEmpty() ? Optional.empty() : Optional.of(upsert.equals("yes")),
          isOpen(encoding) ? "auto" : encoding,
          false,
          CommitPolicy.CHUNK,
          false,
          Struct.EMPTY);
    }

    /** These choices with a realm, if none was chosen. */
    Choices orRealm(String only) {
      return realm.isEmpty() ? new Choices(encoding, format, only, upsert, identifier) : this;
    }

    private static boolean isOpen(String choice) {
      return choice.isEmpty() || choice.equals(DETECTED);
    }
  }

  static Choices choices(MultipartForm form) throws IOException {
    return new Choices(
        field(form, "encoding").toLowerCase(Locale.ROOT),
        field(form, "format"),
        field(form, "realm"),
        field(form, "upsert"),
        field(form, "identifier"));
  }

  private static String field(MultipartForm form, String name) throws IOException {
    List<Part> parts = form.parts(name);
    return parts.isEmpty()
        ? ""
        : new String(parts.get(0).getInputStream().readNBytes(FIELD_BYTES), StandardCharsets.UTF_8)
            .strip();
  }

  /** The file; empty if none was chosen. */
  static Optional<Part> file(MultipartForm form) {
    return form.parts("file").stream()
        .filter(part -> part.getSize() > 0 || UploadedName.of(part).isPresent())
        .findFirst();
  }
}
