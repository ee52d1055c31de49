package dev.muster.app.upload.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.JobOptions;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.user.Realm;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Opens uploaded files as inputs. */
final class FileInputs {

  private static final int BEGINNING_BYTES = 1 << 22;
  private static final int HEADER_BYTES = 1 << 18;

  private final Session store;
  private final Settings settings;

  FileInputs(Session store, Settings settings) {
    this.store = store;
    this.settings = settings;
  }

  /** The bytes of a file in a file of this machine, to be closed by the caller. */
  InputFile open(UploadedFile file) throws IOException {
    Optional<Path> path = store.uploads().path(file);
    if (path.isPresent()) {
      return InputFile.named(path.get(), file.filename(), settings.limits());
    }
    try (InputStream bytes = stream(file)) {
      return InputFile.spool(bytes, file.filename(), settings.limits(), store.database().uploads());
    }
  }

  /**
   * Opens enough of a file for its first records; to be closed by the caller. Bytes that are in the
   * database are copied only in part, unless the format needs the whole file.
   */
  InputFile beginning(UploadedFile file, boolean needsWhole) throws IOException {
    return needsWhole ? open(file) : beginning(file, BEGINNING_BYTES);
  }

  /**
   * Opens enough of a table for its header row; to be closed by the caller.
   *
   * @param options with the number of that row if it was chosen
   */
  InputFile header(UploadedFile file, JobOptions options) throws IOException {
    boolean atTheStart = options.formatOptions().get("header_row") == null;
    return beginning(file, atTheStart ? HEADER_BYTES : BEGINNING_BYTES);
  }

  private InputFile beginning(UploadedFile file, int most) throws IOException {
    if (file.bytes() <= most || store.uploads().path(file).isPresent()) {
      return open(file);
    }
    try (InputStream bytes = stream(file)) {
      byte[] first = bytes.readNBytes(most);
      if (InputFile.isCompressed(first)) {
        return open(file);
      }
      return InputFile.spool(
          new ByteArrayInputStream(first),
          file.filename(),
          settings.limits(),
          store.database().uploads());
    }
  }

  private InputStream stream(UploadedFile file) throws IOException {
    return store
        .uploads()
        .open(file)
        .orElseThrow(() -> new FileNotFoundException("the file was deleted"));
  }

  /** The options for reading a file. */
  ImportOptions options(String realm, JobOptions options) throws UsageProblem {
    return new ImportOptions(
        options.identifier(),
        options.upsert(),
        options.encoding(),
        realm(realm),
        settings.attributes(),
        settings.defaultCountry(),
        settings.limits(),
        settings.auth0().records(),
        options.formatOptions());
  }

  Realm realm(String name) throws UsageProblem {
    return settings.realm(
        store
            .catalogs()
            .realm(name)
            .orElseThrow(() -> new UsageProblem("there is no realm " + name)));
  }

  /** The name to request a recorded format by. */
  static String requested(String format) {
    return format.equals("authgear") ? Formats.AUTHGEAR_REQUEST : format;
  }
}
