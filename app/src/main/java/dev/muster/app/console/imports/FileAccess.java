package dev.muster.app.console.imports;

import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.Section;
import dev.muster.app.console.page.SignedIn;
import dev.muster.app.console.page.Visit;
import dev.muster.app.store.Session;
import dev.muster.app.upload.UploadedFile;
import java.util.function.BooleanSupplier;

/** Finds the uploaded file that a page is about, if its reader may see it. */
public final class FileAccess {

  /** The format whose inputs hold services. */
  static final String SERVICES_FORMAT = "restauth";

  private FileAccess() {}

  /** The address of a file's page. */
  static String path(UploadedFile file) {
    return Section.IMPORTS.path() + file.id() + "/";
  }

  /**
   * The file of the path's parameter {@code id}.
   *
   * @throws PageProblem if there is none, or the reader may not see it; RestAuth's documents have
   *     services, which belong to no realm
   */
  public static UploadedFile file(Session session, Visit visit) throws PageProblem {
    UploadedFile file =
        session.uploads().find(visit.context().pathParam("id")).orElseThrow(PageProblem::notFound);
    if (!maySee(visit.reader(), file)) {
      throw PageProblem.forbidden();
    }
    return file;
  }

  /** Tells whether the reader may still see a file, for answers that take long. Thread-safe. */
  public static BooleanSupplier lasts(Visit visit, UploadedFile file) {
    return visit.lasts(reader -> maySee(reader, file));
  }

  private static boolean maySee(SignedIn reader, UploadedFile file) {
    return file.format().equals(SERVICES_FORMAT) ? reader.mayUseAll() : reader.mayUse(file.realm());
  }
}
