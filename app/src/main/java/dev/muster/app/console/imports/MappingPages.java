package dev.muster.app.console.imports;

import dev.muster.app.console.page.Link;
import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.Visit;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.job.JobOptions;
import dev.muster.app.store.Session;
import dev.muster.app.upload.SavedMapping;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.MappingChanges;
import dev.muster.app.upload.run.Preview;
import dev.muster.app.upload.run.Uploading;
import dev.muster.problem.InputRefused;
import dev.muster.profile.csv.ColumnKind;
import dev.muster.profile.csv.mapping.BadMapping;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Changes how an uploaded table is read: its mapping, header row, sheet and encoding. */
public final class MappingPages {

  private static final String PATH = Section.IMPORTS.path() + "{id}/mapping";
  private static final int NAME_CHARACTERS_MAX = 100;

  /** The part of a mapping that declares attributes. */
  private static final String ATTRIBUTES = "attributes";

  private final DirectoryAccess directory;
  private final FilePages files;

  /**
   * The forms.
   *
   * @param files shows the page of a file again
   */
  public MappingPages(DirectoryAccess directory, FilePages files) {
    this.directory = directory;
    this.files = files;
  }

  /** Adds the forms. */
  public void addTo(PageRoutes pages) {
    pages.post(PATH, visit -> change(visit, this::edited));
    pages.post(PATH + "/suggested", visit -> change(visit, this::suggested));
    pages.post(PATH + "/attribute", visit -> change(visit, this::declared));
    pages.post(PATH + "/none", visit -> change(visit, this::none));
    pages.post(PATH + "/use", visit -> change(visit, this::saved));
    pages.post(PATH + "/save", visit -> change(visit, this::save));
  }

  /** Makes the new options of a file from a form. */
  private interface Change {
    JobOptions of(Session session, Visit visit, UploadedFile file)
        throws PageProblem, FormProblem, UsageProblem, BadMapping, IOException;
  }

  private void change(Visit visit, Change change) throws Exception {
    try (Session session = directory.database().open()) {
      UploadedFile file = FileAccess.file(session, visit);
      if (!directory.formats().named(file.format()).readsTables()) {
        throw PageProblem.badQuery();
      }
      try {
        JobOptions options = change.of(session, visit, file);
        if (!options.equals(file.options())) {
          Uploading uploading =
              new Uploading(session, directory.settings(), directory.formats(), directory.clock());
          if (uploading.change(file, file.format(), options).isEmpty()) {
            throw PageProblem.notFound();
          }
        }
        visit.redirect(
            Link.to(FileAccess.path(file)).with("columns", visit.query("columns")).href()
                + "#preview");
      } catch (InputRefused e) {
        files.showRefused(session, visit, file, ShownNote.ofProblems(e.problems()));
      } catch (BadMapping | UsageProblem e) {
        files.showRefused(session, visit, file, List.of(ShownNote.ofUsage(e)));
      } catch (FormProblem e) {
        files.showRefused(session, visit, file, List.of(ShownNote.of(e)));
      }
    }
  }

  private JobOptions edited(Session session, Visit visit, UploadedFile file)
      throws FormProblem, UsageProblem, BadMapping, IOException {
    Preview preview = files.preview(session, file);
    Struct mapping = MappingForm.read(file, preview.columns(), visit::field);
    JobOptions options = with(file, mapping);
    Struct.Builder format = options.formatOptions().edit();
    String row = visit.field("header_row").strip();
    format.remove("header_row");
    if (!row.isEmpty()) {
      if (!row.matches("[1-9][0-9]{0,3}|10000")) {
        throw new FormProblem(visit.texts().text("upload.badrow"));
      }
      format.put("header_row", new Value.Num(row));
    }
    String sheet = visit.field("sheet").strip();
    format.remove("sheet");
    if (!sheet.isEmpty()) {
      format.put("sheet", Value.of(sheet));
    }
    String encoding = visit.field("encoding").strip().toLowerCase(Locale.ROOT);
    return options
        .withFormatOptions(format.build())
        .encodedAs(encoding.isEmpty() || encoding.equals(UploadForm.DETECTED) ? "auto" : encoding);
  }

  private JobOptions suggested(Session session, Visit visit, UploadedFile file)
      throws UsageProblem, BadMapping, IOException {
    Struct.Builder mapping = files.preview(session, file).suggestedMapping().edit();
    if (MappingForm.mapping(file).get(ATTRIBUTES) instanceof Struct declared) {
      mapping.put(ATTRIBUTES, declared);
    }
    return with(file, mapping.build());
  }

  /** Declares an attribute in the mapping, which keeps it for later files. */
  private JobOptions declared(Session session, Visit visit, UploadedFile file)
      throws PageProblem, FormProblem, BadMapping {
    visit.requireAllRealms();
    String name = visit.field("name").strip();
    String kind = visit.field("kind");
    boolean known =
        Mapping.stored(file.options().formatOptions())
            .declaredWith(directory.settings().attributes())
            .stream()
            .anyMatch(each -> each.name().equals(name));
    if (known || isColumn(name)) {
      throw new FormProblem(visit.texts().text("upload.attribute.known", "name", name));
    }
    if (!name.matches("[A-Za-z_][A-Za-z0-9_-]{0,99}")
        || !MappingEditor.DECLARED_KINDS.contains(kind)) {
      throw new FormProblem(visit.texts().text("upload.attribute.badname"));
    }
    Struct about =
        new Struct.Builder()
            .put("kind", Value.of(kind))
            .put("label", Value.of(visit.field("label").strip()))
            .build();
    Struct mapping = MappingForm.mapping(file);
    Struct.Builder attributes =
        mapping.get(ATTRIBUTES) instanceof Struct others ? others.edit() : new Struct.Builder();
    return with(file, mapping.edit().put(ATTRIBUTES, attributes.put(name, about).build()).build());
  }

  private static boolean isColumn(String name) {
    return Arrays.stream(ColumnKind.values()).anyMatch(kind -> kind.columnName().equals(name));
  }

  private JobOptions none(Session session, Visit visit, UploadedFile file) throws BadMapping {
    return with(file, Struct.EMPTY);
  }

  private JobOptions saved(Session session, Visit visit, UploadedFile file)
      throws PageProblem, BadMapping {
    SavedMapping saved =
        session
            .savedMappings()
            .find(file.realm(), visit.field("saved"))
            .orElseThrow(PageProblem::badQuery);
    return with(file, saved.mapping());
  }

  /** Saves the mapping of the file under a name; the file stays as it is. */
  private JobOptions save(Session session, Visit visit, UploadedFile file)
      throws FormProblem, UsageProblem, BadMapping, IOException {
    String name = visit.field("name").strip();
    if (name.isEmpty() || name.length() > NAME_CHARACTERS_MAX) {
      throw new FormProblem(visit.texts().text("upload.badname", "most", NAME_CHARACTERS_MAX));
    }
    Mapping mapping = Mapping.of(MappingForm.mapping(file));
    new MappingChanges(session, visit.reader().actor(), directory.clock())
        .save(file.realm(), name, files.preview(session, file).shape(), mapping);
    return file.options();
  }

  private static JobOptions with(UploadedFile file, Struct mapping) throws BadMapping {
    Struct.Builder options = file.options().formatOptions().edit();
    options.remove(Mapping.OPTION);
    Mapping read = Mapping.of(mapping);
    if (!read.isEmpty()) {
      options.put(Mapping.OPTION, read.toStruct());
    }
    return file.options().withFormatOptions(options.build());
  }
}
