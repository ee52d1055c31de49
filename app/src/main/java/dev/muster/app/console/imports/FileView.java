package dev.muster.app.console.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The page of an uploaded file.
 *
 * @param path of the page
 * @param size its size, as people read it
 * @param encoding empty for a file that is no text
 * @param usedMapping the name of the saved mapping that is used; empty if none is
 * @param mailing who would get a mail; empty if nobody does
 * @param refusal why what the reader asked for was not done; mostly empty
 * @param editor empty for files that are no tables
 */
public record FileView(
    String id,
    String path,
    String filename,
    String download,
    String realm,
    String format,
    String encoding,
    String size,
    long rows,
    String by,
    Instant createdAt,
    Optional<String> usedMapping,
    Optional<MailingView> mailing,
    List<ShownNote> refusal,
    PreviewView preview,
    Optional<EditorView> editor,
    ReportTable reports) {

  public FileView {
    refusal = List.copyOf(refusal);
  }
}
