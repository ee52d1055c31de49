package dev.muster.app.upload.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.BoundedStream;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.run.JobIds;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.tempfile.SourceStream;
import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.app.upload.TableShape;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.UploadedFile.Reading;
import dev.muster.app.upload.Uploads.IncomingFile;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps uploaded files. A file whose encoding or syntax is wrong is refused; a wrong header is
 * shown by its preview and its reports.
 */
public final class Uploading {

  /** Problems that the preview explains, and that another mapping or header row may mend. */
  private static final Set<ProblemCode> OF_HEADER =
      EnumSet.of(
          ProblemCode.NO_HEADER_ROW,
          ProblemCode.EMPTY_HEADER_ROW,
          ProblemCode.UNKNOWN_OR_MISSING_ATTRIBUTE,
          ProblemCode.UNKNOWN_FLAG,
          ProblemCode.FLAG_FORBIDDEN_ON_SOURCE_COLUMNS,
          ProblemCode.DUPLICATE_HEADER,
          ProblemCode.MISSING_KEY_COLUMN,
          ProblemCode.TOO_MANY_KEY_COLUMNS,
          ProblemCode.INVALID_EXTERNAL_ID_PAIR,
          ProblemCode.INVALID_MAPPING,
          ProblemCode.INVALID_ROLE_COLUMN);

  private final Session store;
  private final Formats formats;
  private final FileInputs inputs;
  private final Clock clock;

  /** Keeps files of a directory, by a session for writing. */
  public Uploading(Session store, Settings settings, Formats formats, Clock clock) {
    this.store = store;
    this.formats = formats;
    this.inputs = new FileInputs(store, settings);
    this.clock = clock;
  }

  /**
   * Receives a file. Needs no session, because a large file takes long.
   *
   * @param filename as its sender names it
   * @param bytesMax the most bytes that it may have
   * @param folder where its temporary copy goes: {@link dev.muster.app.store.Database#uploads}
   * @return the temporary copy, to be closed by the caller
   * @throws FileTooLarge if it has more bytes
   * @throws dev.muster.app.tempfile.SourceBroken if the stream breaks off; nothing is left then
   */
  public static InputFile receive(
      InputStream in, String filename, long bytesMax, InputLimits limits, TemporaryFolder folder)
      throws IOException {
    InputStream bounded =
        new BoundedStream(new SourceStream(in), bytesMax, () -> new FileTooLarge(bytesMax));
    return InputFile.spool(bounded, filename, limits, folder);
  }

  /**
   * Keeps a received file. A saved mapping that was made for tables of its shape becomes its
   * mapping, unless its options have one.
   *
   * @throws InputRefused if its encoding or syntax is wrong; nothing was written
   * @throws UsageProblem if its realm or format is not there; nothing was written
   */
  public UploadedFile create(InputFile received, NewFile about)
      throws InputRefused, UsageProblem, IOException {
    ImportFormat format =
        formats.of(about.format(), received, about.options().identifier()).format();
    JobOptions options = withSavedMapping(received, format, about);
    UploadedFile file =
        new UploadedFile(
            0,
            JobIds.upload(),
            about.realm(),
            received.name(),
            reading(received, format, about.realm(), options),
            received.size(),
            received.digest(),
            options,
            about.actor(),
            now());
    try (IncomingFile incoming = store.uploads().receive(file.id(), received.path())) {
      return store.inTransaction(() -> add(incoming, file));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private UploadedFile add(IncomingFile incoming, UploadedFile file) {
    try {
      UploadedFile added = incoming.add(file);
      store
          .journal()
          .add(
              file.createdAt(), file.actor(), JournalAction.UPLOAD_CREATED, file.id(), about(file));
      return added;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Struct about(UploadedFile file) {
    return new Struct.Builder()
        .append("realm", Value.of(file.realm()))
        .append("filename", Value.of(file.filename()))
        .append("rows", Value.of(file.rows()))
        .build();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private JobOptions withSavedMapping(InputFile received, ImportFormat format, NewFile about)
      throws InputRefused, UsageProblem, IOException {
    JobOptions options = about.options();
    if (!format.readsTables() || options.formatOptions().has(Mapping.OPTION)) {
      return options;
    }
    ImportOptions reading = inputs.options(about.realm(), options);
    String shape = TableShape.of(format.sample(received, reading, 0).header());
    return store
        .savedMappings()
        .fitting(about.realm(), shape)
        .map(saved -> options.formatOptions().edit().put(Mapping.OPTION, saved.mapping()).build())
        .map(options::withFormatOptions)
        .orElse(options);
  }

  /**
   * Reads a file in another way from now on. Simulations of before can't be executed any more. If
   * only its mapping changes, the file is not read: its rows stay the same, and the preview and the
   * reports show what the mapping makes of them.
   *
   * @param format a format's name, or {@code auto}
   * @return empty if it was deleted
   * @throws InputRefused if its encoding or syntax is wrong, read that way; nothing was written
   */
  public Optional<UploadedFile> change(UploadedFile file, String format, JobOptions options)
      throws InputRefused, UsageProblem, IOException {
    if (isOnlyMapped(file, format, options)) {
      return changed(file.with(file.reading(), options));
    }
    try (InputFile input = inputs.open(file)) {
      ImportFormat found = formats.of(format, input, options.identifier()).format();
      return changed(file.with(reading(input, found, file.realm(), options), options));
    }
  }

  private Optional<UploadedFile> changed(UploadedFile file) {
    return store.uploads().change(file) ? Optional.of(file) : Optional.empty();
  }

  private static boolean isOnlyMapped(UploadedFile file, String format, JobOptions options) {
    boolean isKnown = file.charset().isPresent() || !format.equals("csv");
    return isKnown
        && format.equals(file.format())
        && unmapped(options).equals(unmapped(file.options()))
        && !options.equals(file.options());
  }

  private static JobOptions unmapped(JobOptions options) {
    Struct.Builder format = options.formatOptions().edit();
    format.remove(Mapping.OPTION);
    return options.withFormatOptions(format.build());
  }

  private Reading reading(InputFile input, ImportFormat format, String realm, JobOptions options)
      throws InputRefused, UsageProblem, IOException {
    ImportOptions reading = inputs.options(realm, options);
    try {
      SurveyedInput survey = format.survey(input, reading);
      boolean header = format.readsTables();
      return new Reading(format.name(), survey.charset(), survey.recordCount() + (header ? 1 : 0));
    } catch (InputRefused e) {
      if (!e.problems().stream().map(InputProblem::code).allMatch(OF_HEADER::contains)) {
        throw e;
      }
      Optional<String> chosen =
          Optional.of(options.encoding()).filter(name -> !name.equals("auto"));
      // a table without a header counts as if it had one, as above
      long header = isHeadless(options) ? 1 : 0;
      return new Reading(format.name(), chosen, format.rowCount(input, reading) + header);
    }
  }

  private static boolean isHeadless(JobOptions options) {
    return options.formatOptions().get("header_row") instanceof Value.Num row
        && row.literal().equals("0");
  }
}
