package dev.muster.app.http.api;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import java.util.List;

/** All routes of the native API. */
public final class NativeApi {

  private NativeApi() {}

  /**
   * The routes.
   *
   * @param passwords verifies passwords of users
   * @param behindProxy whether a proxy in front of the server tells the addresses of clients
   */
  public static List<Routes> routes(
      DirectoryAccess directory, PasswordCheck passwords, boolean behindProxy) {
    return List.of(
        new ProblemAnswers(),
        new ReferenceRoutes(),
        new SubmissionRoutes(directory),
        new ImportRoutes(directory),
        new ResultRoutes(directory),
        new EventRoutes(directory),
        new VerificationRoutes(directory, passwords, behindProxy),
        new UserListRoutes(directory),
        new UserRoutes(directory),
        new CatalogRoutes(directory),
        new JournalRoutes(directory));
  }
}
