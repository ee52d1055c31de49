package dev.muster.app.upload.run;

import dev.muster.app.format.Formats;
import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.settings.Settings;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Prepared;
import dev.muster.problem.InputRefused;
import dev.muster.report.RecordResult;
import dev.muster.value.Struct;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Previews uploaded files. Nothing is written to the directory. */
public final class Previews {

  /** How many records a preview has at most. */
  public static final int ROWS_MAX = 50;

  private final Session store;
  private final Formats formats;
  private final FileInputs inputs;

  /** Previews files of a directory, by a session for reading. */
  public Previews(Session store, Settings settings, Formats formats) {
    this.store = store;
    this.formats = formats;
    this.inputs = new FileInputs(store, settings);
  }

  /** The beginning of a file, as an import with its current options understands it. */
  public Preview of(UploadedFile file) throws UsageProblem, IOException {
    ImportFormat format = formats.named(file.format());
    ImportOptions options = inputs.options(file.realm(), file.options());
    try (InputFile input = inputs.open(file)) {
      return of(input, format, options);
    }
  }

  /** The beginning of any input. */
  Preview of(InputFile input, ImportFormat format, ImportOptions options)
      throws UsageProblem, IOException {
    try {
      return format.readsTables()
          ? new TablePreview(
                  formats.named("csv"), options, store.catalogs().of(options.realm()), ROWS_MAX)
              .of(input, format, store.database().uploads())
          : objects(format, options, input);
    } catch (InputRefused e) {
      List<CellNote> problems =
          e.problems().stream()
              .map(problem -> CellNote.error(problem.code().wireName(), problem.message()))
              .toList();
      return new Preview(
          List.of(), List.of(), problems, List.of(), new TreeSet<>(), Struct.EMPTY, "");
    }
  }

  private static Preview objects(ImportFormat format, ImportOptions options, InputFile input)
      throws InputRefused, IOException {
    SurveyedInput survey = format.survey(input, options);
    RowReader reader = new RowReader(format.kept(List.of(), options.formatOptions()));
    List<PreviewRow> rows = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    try (RecordReader records = survey.open();
        ChunkPreparation preparation = ChunkPreparation.of(survey.dialect().preparation())) {
      RecordBatch batch = records.next(ROWS_MAX);
      while (batch.size() > 0 && rows.size() < ROWS_MAX) {
        if (batch.section().ofUsers()) {
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
    return new Preview(columns, rows, List.of(), remarks, new TreeSet<>(), Struct.EMPTY, "");
  }

  private static RecordResult result(Prepared prepared) {
    return prepared instanceof Prepared.Invalid invalid
        ? RecordResult.of(invalid)
        : RecordResult.unchanged(prepared.position(), 0);
  }
}
