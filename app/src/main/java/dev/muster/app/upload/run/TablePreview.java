package dev.muster.app.upload.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.tempfile.TemporaryFolder;
import dev.muster.app.upload.TableShape;
import dev.muster.prepare.ChunkPreparation;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Prepared;
import dev.muster.prepare.Wish;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.Problem;
import dev.muster.problem.Warning;
import dev.muster.profile.csv.suggest.MappingSuggestion;
import dev.muster.profile.csv.suggest.Suggestion;
import dev.muster.user.Catalog;
import dev.muster.user.RoleReference;
import dev.muster.value.Struct;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Previews a table: its header and first rows are read as if they were the whole file. For one use.
 */
final class TablePreview {

  /** How many rows a sample should have: suggestions need more than are shown. */
  static final int SAMPLE_ROWS = 1000;

  private final ImportFormat csv;
  private final ImportOptions options;
  private final Catalog catalog;
  private final int rowsMax;
  private final List<CellNote> problems = new ArrayList<>();
  private final List<List<CellNote>> ofHeader = new ArrayList<>();
  private final SortedSet<String> missingRoles = new TreeSet<>();
  private final Set<RoleReference> roles = new HashSet<>();

  /**
   * A preview.
   *
   * @param csv reads the first rows, whatever format they came in
   * @param catalog the roles of the realm
   * @param rowsMax how many rows to show
   */
  TablePreview(ImportFormat csv, ImportOptions options, Catalog catalog, int rowsMax) {
    this.csv = csv;
    this.options = options;
    this.catalog = catalog;
    this.rowsMax = rowsMax;
  }

  /** What is said about an input as a whole. */
  static List<String> remarks(SurveyedInput survey) {
    List<String> remarks = new ArrayList<>(survey.notes());
    survey.hashNotes().forEach(note -> remarks.add(note.sentence()));
    return remarks;
  }

  /**
   * Previews a table.
   *
   * @param name of its file
   * @param folder for a temporary file
   */
  Beginning of(TableSample sample, String name, TemporaryFolder folder)
      throws IOException, UsageProblem {
    List<Suggestion> suggestions =
        MappingSuggestion.of(sample.header(), sample.rows(), options.attributes());
    sample.header().forEach(cell -> ofHeader.add(new ArrayList<>()));
    List<List<String>> first = sample.rows().subList(0, Math.min(rowsMax, sample.rows().size()));
    List<RowNotes> notes = new ArrayList<>();
    Set<String> remarks = new LinkedHashSet<>(sample.notes());
    try (InputFile part = part(sample.header(), first, name, folder)) {
      SurveyedInput survey = csv.survey(part, withoutPlace());
      remarks.addAll(remarks(survey));
      notes.addAll(prepared(survey));
    } catch (InputRefused e) {
      e.problems().forEach(this::add);
    }
    PreviewedColumns columns = new PreviewedColumns(sample, suggestions, options);
    List<PreviewRow> rows = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      RowNotes own = i < notes.size() ? notes.get(i) : RowNotes.NONE;
      rows.add(
          new PreviewRow(
              sample.lines().get(i), columns.cells(first.get(i), own.ofCells()), own.ofRow()));
    }
    Preview preview =
        new Preview(
            columns.all(ofHeader),
            rows,
            problems,
            List.copyOf(remarks),
            missingRoles,
            MappingSuggestion.mapping(suggestions),
            TableShape.of(sample.header()));
    return new Beginning(preview, "", roles);
  }

  /** The first rows as a file of their own. */
  private InputFile part(
      List<String> header, List<List<String>> rows, String name, TemporaryFolder folder)
      throws IOException {
    byte[] bytes = new EditedTable(header, rows).bytes();
    return InputFile.spool(new ByteArrayInputStream(bytes), name, options.limits(), folder);
  }

  private ImportOptions withoutPlace() {
    Struct.Builder format = options.formatOptions().edit();
    format.remove("header_row");
    format.remove("sheet");
    return options.with("utf-8", format.build());
  }

  private void add(InputProblem problem) {
    CellNote note = CellNote.error(problem.code().wireName(), problem.message());
    if (problem.column() > 0 && problem.column() <= ofHeader.size()) {
      ofHeader.get(problem.column() - 1).add(note);
    } else {
      problems.add(note);
    }
  }

  /** The remarks on one row. */
  private record RowNotes(List<CellNote> ofRow, List<PlacedNote> ofCells) {

    private static final RowNotes NONE = new RowNotes(List.of(), List.of());
  }

  private List<RowNotes> prepared(SurveyedInput survey) throws IOException {
    List<RowNotes> notes = new ArrayList<>();
    try (RecordReader reader = survey.open();
        ChunkPreparation preparation = ChunkPreparation.of(survey.dialect().preparation())) {
      for (Prepared prepared : preparation.prepare(reader.next(Math.max(1, rowsMax)))) {
        notes.add(notes(prepared));
      }
    }
    return notes;
  }

  private RowNotes notes(Prepared prepared) {
    List<CellNote> ofRow = new ArrayList<>(0);
    List<PlacedNote> ofCells = new ArrayList<>(0);
    if (prepared instanceof Prepared.Invalid invalid) {
      invalid.problems().forEach(problem -> add(problem, ofRow, ofCells));
    } else if (prepared instanceof Prepared.Ready ready) {
      Draft draft = new Draft(null, options.realm().number(), catalog, Instant.EPOCH);
      for (Wish wish : ready.candidate().wishes()) {
        wish.grant(draft);
        wish.roles().forEach(this::note);
      }
      draft.complaints().forEach(problem -> add(problem, ofRow, ofCells));
      for (Warning warning : draft.warnings()) {
        CellNote note = CellNote.warning(warning.message());
        if (warning.isOfCell()) {
          ofCells.add(new PlacedNote(warning.column(), note));
        } else {
          ofRow.add(note);
        }
      }
    }
    return new RowNotes(ofRow, ofCells);
  }

  private void note(RoleReference role) {
    roles.add(role);
    if (role.in(catalog) == null) {
      missingRoles.add(role.text());
    }
  }

  private static void add(Problem problem, List<CellNote> ofRow, List<PlacedNote> ofCells) {
    CellNote note = CellNote.error(problem.code().wireName(), problem.message());
    if (problem.isOfCell()) {
      ofCells.add(new PlacedNote(problem.column(), note));
    } else {
      ofRow.add(note);
    }
  }
}
