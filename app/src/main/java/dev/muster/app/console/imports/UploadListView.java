package dev.muster.app.console.imports;

import dev.muster.app.upload.run.ImportHelp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The page of uploaded files, the latest first, with the form for a new one and the help.
 *
 * @param help how tables are written
 */
public record UploadListView(
    List<UploadRow> files, Optional<String> next, NewUpload form, HelpView help) {

  /**
   * A file.
   *
   * @param rows the number of its records, with a table's header
   * @param state the wire name of its newest report's state; empty if it has no report
   */
  public record UploadRow(
      String id,
      String href,
      String filename,
      String realm,
      Instant createdAt,
      String by,
      long rows,
      Optional<String> state) {}

  /**
   * The form for a new file.
   *
   * @param realms those that the reader may choose
   * @param chosen what was sent with a file that was refused; empty texts at first
   * @param problems why a file was refused
   * @param limit the size of the largest file
   */
  public record NewUpload(
      List<String> realms, UploadForm.Choices chosen, List<ShownNote> problems, String limit) {

    public NewUpload {
      realms = List.copyOf(realms);
      problems = List.copyOf(problems);
    }

    /** The names that the field for the encoding takes. */
    public List<String> encodings() {
      return UploadForm.ENCODINGS;
    }

    /** The names that the field for the format takes. */
    public List<String> formats() {
      return UploadForm.FORMATS;
    }

    /** The names that the field for the identifier takes. */
    public List<String> identifiers() {
      return UploadForm.IDENTIFIERS;
    }
  }

  /** How tables are written: the columns that set attributes, the flags, the special columns. */
  public record HelpView(
      List<ImportHelp.Attribute> attributes,
      List<ImportHelp.FlagMeaning> flags,
      List<String> specialColumns) {}
}
