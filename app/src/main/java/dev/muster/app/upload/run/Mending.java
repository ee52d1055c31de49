package dev.muster.app.upload.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.ReportOf;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.Retention;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.ReportSubmissions;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.Outdated.Reason;
import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.TableView;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.report.Outcome;
import dev.muster.value.Struct;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs failed records of a report again, with edited cells. They become a report of their own, with
 * the options of the first one; a record of a simulation is simulated again.
 */
public final class Mending {

  private final Session store;
  private final Settings settings;
  private final Previews previews;
  private final Formats formats;
  private final ReportSubmissions submissions;
  private final FileInputs inputs;
  private final ReportRows rows;

  /** Mends reports of a directory, by a session for writing. Nothing is kept for later. */
  public Mending(
      Session store, Settings settings, Formats formats, Clock clock, Retention retention) {
    this(store, settings, formats, clock, retention, new PreviewCache());
  }

  /**
   * Mends reports of a directory, by a session for writing.
   *
   * @param cache of the process
   */
  public Mending(
      Session store,
      Settings settings,
      Formats formats,
      Clock clock,
      Retention retention,
      PreviewCache cache) {
    this.store = store;
    this.settings = settings;
    this.previews = new Previews(store, settings, formats, cache);
    this.formats = formats;
    this.submissions = new ReportSubmissions(store, settings, formats, clock, retention);
    this.inputs = new FileInputs(store, settings);
    this.rows = new ReportRows(store, formats);
  }

  /** A failed record to be run again. */
  private record Mended(ResultPage.Item item, ReportRow row, RecordEdit edit) {}

  /**
   * Submits the edited records.
   *
   * @param report of the file
   * @param edits at least one
   * @return refused if one of them was run again already, and {@code report} is no simulation
   * @throws UsageProblem if a record is not there, has not failed or can't be edited
   */
  public ReportAnswer mend(UploadedFile file, Job report, List<RecordEdit> edits, Requester who)
      throws InputRefused, UsageProblem, IOException {
    Part part = part(file, report, edits);
    List<ReportRow> records = part.records().stream().map(Mended::row).toList();
    ReportOf lines = new ReportOf(file.number(), records.stream().map(ReportRow::line).toList());
    MendedRows mended = new MendedRows(store);
    try (InputFile input = input(file, part)) {
      ImportRequest request =
          new ImportRequest(input, part.format(), file.realm(), who.limit(part.options()), false)
              .from(who.provenance().as(lines).after(report));
      return submissions
          .submit(
              request,
              (submitted, id) -> submitted.receive(id, part.content().get()),
              job -> store.uploads().lock(file) && mended.of(file, report, records).isEmpty(),
              job -> {})
          .<ReportAnswer>map(ReportAnswer.Submitted::new)
          .orElseGet(
              () -> new ReportAnswer.Refused(refusal(mended.of(file, report, records).values())));
    }
  }

  private static Outdated refusal(Collection<MendedRows.Again> mended) {
    return mended.stream()
        .findFirst()
        .map(first -> Outdated.because(Reason.MENDED, first.report()))
        .orElseGet(() -> Outdated.of(Reason.FILE_GONE, ""));
  }

  /**
   * What an import would say about edited records, without the directory: whether other users have
   * their logins is not known. Nothing is written.
   *
   * @param edits at least one, at most {@link Previews#ROWS_MAX}
   * @return the records in the order of {@code edits}; fewer if they can't be read as a file
   */
  public List<PreviewRow> preview(UploadedFile file, Job report, List<RecordEdit> edits)
      throws InputRefused, UsageProblem, IOException {
    Part part = part(file, report, edits);
    try (InputFile input = input(file, part)) {
      ImportFormat format = formats.of(part.format(), input, part.options().identifier()).format();
      Preview preview = previews.of(input, format, inputs.options(file.realm(), part.options()));
      return format.readsTables() ? named(preview.rows(), report) : preview.rows();
    }
  }

  /** Rows whose cells have the names that the report's cells have. */
  private static List<PreviewRow> named(List<PreviewRow> rows, Job report) {
    Mapping mapping = Mapping.stored(report.options().formatOptions());
    List<String> names = new TableView(report.input().header(), mapping).names();
    List<PreviewRow> named = new ArrayList<>();
    for (PreviewRow row : rows) {
      List<ReportCell> cells = new ArrayList<>();
      for (int place = 0; place < row.cells().size(); place++) {
        ReportCell cell = row.cells().get(place);
        String name = place < names.size() ? names.get(place) : "";
        cells.add(new ReportCell(name, cell.value(), cell.secret(), cell.written(), cell.notes()));
      }
      named.add(new PreviewRow(row.line(), cells, row.notes()));
    }
    return named;
  }

  /** Edited records as a file of their own. */
  private record Part(
      List<Mended> records, Supplier<InputStream> content, String format, JobOptions options) {}

  private Part part(UploadedFile file, Job report, List<RecordEdit> edits)
      throws InputRefused, UsageProblem, IOException {
    List<Mended> mended = new ArrayList<>();
    RowReader reader = new RowReader(report, rows.kept(report));
    for (RecordEdit edit : edits) {
      mended.add(mended(report, reader, edit));
    }
    boolean table = !report.input().header().isEmpty();
    byte[] bytes = table ? table(report, mended) : objects(file, report, mended);
    return new Part(
        mended,
        () -> new ByteArrayInputStream(bytes),
        table ? "csv" : FileInputs.requested(report.format()),
        options(report, table));
  }

  private InputFile input(UploadedFile file, Part part) throws IOException {
    return InputFile.spool(
        part.content().get(), file.filename(), settings.limits(), store.database().uploads());
  }

  private Mended mended(Job report, RowReader reader, RecordEdit edit) throws UsageProblem {
    Optional<ResultPage.Item> item = rows.item(report, edit.index());
    if (item.isEmpty()
        || item.get().result().outcome() != Outcome.FAILED
        || item.get().source().length == 0) {
      throw new UsageProblem(
          "the report has no failed record with the index "
              + edit.index()
              + ": only records that failed are run again");
    }
    ReportRow row = reader.row(item.get().result(), item.get().source());
    return new Mended(item.get(), row, edit);
  }

  private static byte[] table(Job report, List<Mended> mended) {
    EditedTable table =
        new EditedTable(report.input().header(), Mapping.stored(report.options().formatOptions()));
    mended.forEach(each -> table.add(each.item().source(), each.row(), each.edit()));
    return table.bytes();
  }

  /** The options of the report, for a part of its file in UTF-8. Nobody is missing from a part. */
  private static JobOptions options(Job report, boolean table) {
    JobOptions options = report.options().withoutMissing().encodedAs("utf-8");
    if (!table) {
      return options;
    }
    Struct.Builder format = report.options().formatOptions().edit();
    format.remove("header_row");
    format.remove("sheet");
    return options.withFormatOptions(format.build());
  }

  /** The edited records as a document like the file. */
  private byte[] objects(UploadedFile file, Job report, List<Mended> mended)
      throws InputRefused, UsageProblem, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (SurveyedDocument document = previews.document(file, report.options());
        RejectWriter records = document.survey().rejects(bytes)) {
      for (Mended each : mended) {
        records.write(edited(each, file), "");
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] edited(Mended record, UploadedFile file) throws UsageProblem {
    return EditedObject.of(
            record.item().source(), file.format().equals("restauth"), record.row(), record.edit())
        .orElseThrow(
            () ->
                new UsageProblem(
                    "line " + record.row().line() + " is no JSON object: mend it in the file"));
  }
}
