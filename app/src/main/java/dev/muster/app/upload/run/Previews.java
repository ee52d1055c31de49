package dev.muster.app.upload.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.BadEncoding;
import dev.muster.app.format.input.InputEncoding;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.JobOptions;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Prepared;
import dev.muster.problem.InputRefused;
import dev.muster.report.RecordResult;
import dev.muster.user.Catalog;
import dev.muster.value.Struct;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Previews uploaded files. Nothing is written to the directory. */
public final class Previews {

  /** How many records a preview has at most. */
  public static final int ROWS_MAX = 50;

  private final Session store;
  private final Formats formats;
  private final FileInputs inputs;
  private final PreviewCache cache;

  /** Previews files of a directory, by a session for reading. Nothing is kept for later. */
  public Previews(Session store, Settings settings, Formats formats) {
    this(store, settings, formats, new PreviewCache());
  }

  /**
   * Previews files of a directory, by a session for reading.
   *
   * @param cache of the process
   */
  public Previews(Session store, Settings settings, Formats formats, PreviewCache cache) {
    this.store = store;
    this.formats = formats;
    this.inputs = new FileInputs(store, settings);
    this.cache = cache;
  }

  /** The beginning of a file, as an import with its current options understands it. */
  public Preview of(UploadedFile file) throws UsageProblem, IOException {
    return beginning(file, file.options()).preview();
  }

  /**
   * The beginning of a file.
   *
   * @param how the options of an import
   */
  Beginning beginning(UploadedFile file, JobOptions how) throws UsageProblem, IOException {
    ImportOptions options = inputs.options(file.realm(), how);
    Catalog catalog = store.catalogs().of(options.realm());
    PreviewCache.Key key = key(file, options);
    Optional<Beginning> kept = cache.find(key).filter(known -> known.fits(catalog));
    if (kept.isPresent()) {
      return kept.get();
    }
    Beginning read = read(file, options, catalog);
    cache.keep(key, read);
    return read;
  }

  private static PreviewCache.Key key(UploadedFile file, ImportOptions options) {
    return new PreviewCache.Key(file.id(), file.format(), options);
  }

  private Beginning read(UploadedFile file, ImportOptions options, Catalog catalog)
      throws UsageProblem, IOException {
    ImportFormat format = formats.named(file.format());
    try {
      return format.readsTables()
          ? table(options, catalog)
              .of(sample(file, format, options), file.filename(), store.database().uploads())
          : objects(file, format, options);
    } catch (InputRefused e) {
      return refused(e);
    }
  }

  /** The beginning of any input. */
  Preview of(InputFile input, ImportFormat format, ImportOptions options)
      throws UsageProblem, IOException {
    try {
      if (!format.readsTables()) {
        return objects(format, options, input).preview();
      }
      TableSample sample = format.sample(input, options, TablePreview.SAMPLE_ROWS);
      return table(options, store.catalogs().of(options.realm()))
          .of(sample, input.name(), store.database().uploads())
          .preview();
    } catch (InputRefused e) {
      return refused(e).preview();
    }
  }

  private TablePreview table(ImportOptions options, Catalog catalog) throws UsageProblem {
    return new TablePreview(formats.named("csv"), options, catalog, ROWS_MAX);
  }

  private static Beginning refused(InputRefused reason) {
    List<CellNote> problems =
        reason.problems().stream()
            .map(problem -> CellNote.error(problem.code().wireName(), problem.message()))
            .toList();
    return Beginning.unreadable(
        new Preview(List.of(), List.of(), problems, List.of(), new TreeSet<>(), Struct.EMPTY, ""));
  }

  private TableSample sample(UploadedFile file, ImportFormat format, ImportOptions options)
      throws InputRefused, UsageProblem, IOException {
    boolean text = file.charset().isPresent();
    try (InputFile part = inputs.beginning(file, !text)) {
      if (part.size() == file.bytes()) {
        return format.sample(part, options, TablePreview.SAMPLE_ROWS);
      }
      // a part does not tell how the whole is encoded
      ImportOptions known = options.with(file.charset().orElseThrow(), options.formatOptions());
      Optional<TableSample> first = ofPart(format, part, known);
      if (first.isPresent()) {
        return first.get();
      }
    }
    try (InputFile whole = inputs.open(file)) {
      return format.sample(whole, options, TablePreview.SAMPLE_ROWS);
    }
  }

  /** The sample of a part of a table, if that is large enough; its last row may be cut off. */
  private static Optional<TableSample> ofPart(
      ImportFormat format, InputFile part, ImportOptions options) throws UsageProblem, IOException {
    try {
      TableSample sample = format.sample(part, options, TablePreview.SAMPLE_ROWS);
      return Optional.of(sample).filter(it -> it.rows().size() == TablePreview.SAMPLE_ROWS);
    } catch (InputRefused e) {
      return Optional.empty();
    }
  }

  private Beginning objects(UploadedFile file, ImportFormat format, ImportOptions options)
      throws InputRefused, UsageProblem, IOException {
    try (InputFile part = inputs.beginning(file, false)) {
      Optional<byte[]> first = firstRecords(part, format, options);
      if (first.isPresent()) {
        Beginning read;
        try (InputFile records = spool(first.get(), file.filename(), options)) {
          read = objects(format, utf8(options), records);
        }
        if (!read.preview().rows().isEmpty()) {
          return saysUpsert(first.get(), format, options) ? read : read.withoutDocument();
        }
      }
    } catch (InputRefused | BadEncoding e) {
      // what the document says of all its records may be behind them
    }
    return whole(file, format, options);
  }

  private Beginning whole(UploadedFile file, ImportFormat format, ImportOptions options)
      throws InputRefused, IOException {
    try (InputFile whole = inputs.open(file)) {
      return objects(format, options, whole);
    }
  }

  /** Whether it is known without the rest of a document if existing users are updated. */
  private static boolean saysUpsert(byte[] first, ImportFormat format, ImportOptions options) {
    if (!format.saysUpsert() || options.upsert().isPresent()) {
      return true;
    }
    String text = new String(first, StandardCharsets.UTF_8);
    return text.substring(0, Math.max(0, text.indexOf('['))).contains("\"upsert\"");
  }

  private static Optional<byte[]> firstRecords(
      InputFile part, ImportFormat format, ImportOptions options) throws InputRefused, IOException {
    InputEncoding encoding = InputEncoding.ofJson(options.encoding(), part);
    try (InputStream text = encoding.utf8(part)) {
      return JsonBeginning.of(text, format.hasRecordsInMembers());
    }
  }

  private InputFile spool(byte[] text, String name, ImportOptions options) throws IOException {
    return InputFile.spool(
        new ByteArrayInputStream(text), name, options.limits(), store.database().uploads());
  }

  private static ImportOptions utf8(ImportOptions options) {
    return options.with("utf-8", options.formatOptions());
  }

  /**
   * A survey of one of a document's records, in a document like it. Its reject writer writes more.
   */
  SurveyedDocument document(UploadedFile file, JobOptions how)
      throws InputRefused, UsageProblem, IOException {
    ImportFormat format = formats.named(file.format());
    ImportOptions options = inputs.options(file.realm(), how);
    String document = document(file, format, how, options);
    InputFile input =
        document.isEmpty()
            ? inputs.open(file)
            : spool(document.getBytes(StandardCharsets.UTF_8), file.filename(), options);
    try {
      return new SurveyedDocument(
          input, format.survey(input, document.isEmpty() ? options : utf8(options)));
    } catch (InputRefused | IOException | RuntimeException e) {
      input.close();
      throw e;
    }
  }

  private String document(
      UploadedFile file, ImportFormat format, JobOptions how, ImportOptions options)
      throws InputRefused, UsageProblem, IOException {
    Beginning known = beginning(file, how);
    if (known.document().isEmpty() && !known.preview().rows().isEmpty()) {
      known = whole(file, format, options);
      cache.keep(key(file, options), known);
    }
    return known.document();
  }

  private static Beginning objects(ImportFormat format, ImportOptions options, InputFile input)
      throws InputRefused, IOException {
    SurveyedInput survey = format.survey(input, options);
    RowReader reader = new RowReader(format.kept(List.of(), options.formatOptions()));
    List<PreviewRow> rows = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    try (RecordReader records = survey.open();
        RejectWriter sample = survey.rejects(document);
        ChunkPreparation preparation = ChunkPreparation.of(survey.dialect().preparation())) {
      RecordBatch batch = records.next(ROWS_MAX);
      while (batch.size() > 0 && rows.size() < ROWS_MAX) {
        if (batch.section().ofUsers()) {
          if (rows.isEmpty()) {
            sample.write(batch.source(0), "");
          }
          List<Prepared> prepared = preparation.prepare(batch);
          for (int place = 0; place < batch.size() && rows.size() < ROWS_MAX; place++) {
            ReportRow row = reader.row(result(prepared.get(place)), batch.source(place));
            row.cells().forEach(cell -> names.add(cell.column()));
            rows.add(new PreviewRow(row.line(), row.cells(), row.notes()));
          }
        }
        batch = records.next(ROWS_MAX);
      }
    }
    List<PreviewColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(PreviewColumn.member(name, columns.size()));
    }
    List<String> remarks = TablePreview.remarks(survey);
    Preview preview =
        new Preview(columns, rows, List.of(), remarks, new TreeSet<>(), Struct.EMPTY, "");
    String one = rows.isEmpty() ? "" : document.toString(StandardCharsets.UTF_8);
    return new Beginning(preview, one, Set.of());
  }

  private static RecordResult result(Prepared prepared) {
    return prepared instanceof Prepared.Invalid invalid
        ? RecordResult.of(invalid)
        : RecordResult.unchanged(prepared.position(), 0);
  }
}
