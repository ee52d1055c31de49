package dev.muster.app.console;

import dev.muster.app.console.directory.CatalogPages;
import dev.muster.app.console.directory.GroupPages;
import dev.muster.app.console.directory.JournalPages;
import dev.muster.app.console.directory.UserPages;
import dev.muster.app.console.imports.FilePages;
import dev.muster.app.console.imports.ImportPages;
import dev.muster.app.console.imports.MappingPages;
import dev.muster.app.console.imports.ReportModel;
import dev.muster.app.console.imports.UploadPages;
import dev.muster.app.console.oidc.OpenIdClient;
import dev.muster.app.console.page.Assets;
import dev.muster.app.console.page.Cookies;
import dev.muster.app.console.page.FrameRoutes;
import dev.muster.app.console.page.OpenIdRoutes;
import dev.muster.app.console.page.PageRoutes;
import dev.muster.app.console.page.PageServices;
import dev.muster.app.console.page.Sessions;
import dev.muster.app.console.page.SetPasswordRoutes;
import dev.muster.app.console.page.SignInRoutes;
import dev.muster.app.console.page.Templates;
import dev.muster.app.console.report.ReportPages;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.api.PasswordCheck;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.upload.run.PreviewCache;
import io.javalin.config.RoutesConfig;
import java.util.Optional;

/** All pages of the web console. */
public final class ConsoleRoutes implements Routes {

  private final DirectoryAccess directory;
  private final PasswordCheck passwords;
  private final PasswordEncoder encoder;
  private final Optional<OpenIdClient> openId;
  private final boolean behindProxy;
  private final long fileBytesMax;
  private final PageServices services;
  private final ReportModel model;
  private final ReportPages reports;

  /**
   * The console of a server.
   *
   * @param passwords verifies passwords of administrators
   * @param encoder hashes the passwords that users choose
   * @param openId the OpenID provider whose accounts administrators may sign in with
   * @param listen how browsers reach the server
   */
  public ConsoleRoutes(
      DirectoryAccess directory,
      PasswordCheck passwords,
      PasswordEncoder encoder,
      Optional<OpenIdClient> openId,
      ServerSettings listen) {
    this.openId = openId;
    this.directory = directory;
    this.passwords = passwords;
    this.encoder = encoder;
    this.behindProxy = listen.behindProxy();
    this.fileBytesMax = listen.maxUploadBytes();
    this.services =
        new PageServices(
            new Sessions(directory.database(), directory.clock()),
            new Cookies(listen.tls().isPresent() || listen.behindProxy()),
            new Templates(),
            new Assets());
    this.model = new ReportModel(directory, new PreviewCache());
    this.reports = new ReportPages(model);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    new FrameRoutes(services).addTo(routes);
    new SignInRoutes(directory, services, passwords, openId.map(OpenIdClient::label), behindProxy)
        .addTo(routes);
    new SetPasswordRoutes(directory, services, encoder, behindProxy).addTo(routes);
    openId.ifPresent(client -> new OpenIdRoutes(directory, services, client).addTo(routes));
    PageRoutes pages = new PageRoutes(routes, services);
    ImportPages imports = new ImportPages(directory);
    FilePages files = new FilePages(model, imports);
    imports.addTo(pages); // the pages of imports come before those of single users
    new UploadPages(directory, fileBytesMax).addTo(pages);
    new MappingPages(directory, files).addTo(pages);
    files.addTo(pages);
    reports.addTo(pages);
    new UserPages(directory).addTo(pages);
    new GroupPages(directory).addTo(pages);
    new CatalogPages(directory).addTo(pages);
    new JournalPages(directory).addTo(pages);
  }

  @Override
  public void stop() {
    reports.stop();
    services.sessions().close();
  }
}
