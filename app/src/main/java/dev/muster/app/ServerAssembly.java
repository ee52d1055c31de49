package dev.muster.app;

import dev.muster.app.console.ConsoleRoutes;
import dev.muster.app.console.oidc.OpenIdClient;
import dev.muster.app.format.Formats;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.http.AccessListener;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.HttpServer;
import dev.muster.app.http.Routes;
import dev.muster.app.http.api.NativeApi;
import dev.muster.app.http.api.PasswordCheck;
import dev.muster.app.http.auth.DirectoryKeys;
import dev.muster.app.http.auth.TokenIssuer;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.app.http.auth.TrustedKeys;
import dev.muster.app.http.auth0.Auth0Routes;
import dev.muster.app.http.authgear.AuthgearRoutes;
import dev.muster.app.http.metrics.MetricsRoutes;
import dev.muster.app.http.metrics.ServerMetrics;
import dev.muster.app.job.Retention;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.mail.InvitedUsers;
import dev.muster.app.mail.OwnersMail;
import dev.muster.app.settings.AuthSettings;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.webhook.Recipient;
import dev.muster.app.webhook.WebhookEvents;
import dev.muster.app.webhook.Webhooks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The part of the composition root that makes the server and its routes. */
public final class ServerAssembly {

  private final Database database;
  private final Settings settings;
  private final Formats formats;
  private final Path workingDirectory;
  private final Function<Session, Submissions> submissions;
  private final Function<Session, Imports> imports;
  private final Clock clock = Clock.systemUTC();
  private final PasswordCheck passwords;
  private final PasswordEncoder encoder;
  private final Retention retention;

  ServerAssembly(
      Database database,
      Settings settings,
      Formats formats,
      Path workingDirectory,
      Function<Session, Submissions> submissions,
      Function<Session, Imports> imports,
      PasswordCheck passwords,
      PasswordEncoder encoder,
      Retention retention) {
    this.retention = retention;
    this.passwords = passwords;
    this.encoder = encoder;
    this.database = database;
    this.settings = settings;
    this.formats = formats;
    this.workingDirectory = workingDirectory;
    this.submissions = submissions;
    this.imports = imports;
  }

  /**
   * A server that listens already; it runs no imports.
   *
   * @param listen where it listens
   * @param access receives every answered request
   */
  public HttpServer start(ServerSettings listen, ServerMetrics metrics, AccessListener access)
      throws SettingsProblem, UsageProblem {
    DirectoryAccess directory =
        new DirectoryAccess(
            database, tokens(), settings, formats, submissions, imports, retention, clock);
    List<Routes> routes = new ArrayList<>();
    routes.add(new MetricsRoutes(database, metrics));
    routes.add(new AuthgearRoutes(directory));
    routes.add(new Auth0Routes(directory));
    routes.addAll(
        NativeApi.routes(
            directory, passwords.withListener(metrics::verified), listen.behindProxy()));
    routes.add(new ConsoleRoutes(directory, passwords, encoder, openId(), listen));
    return HttpServer.start(
        listen.in(settingsFolder()),
        routes,
        answered -> {
          metrics.answered(answered.method(), answered.status(), answered.time());
          access.answered(answered);
        });
  }

  /**
   * Tells the webhooks and the owners of the settings about imports, and sends mail to the users
   * whom imports invite; not started yet.
   */
  public Webhooks webhooks(WebhookEvents events) throws SettingsProblem {
    List<Recipient> recipients =
        new ArrayList<>(Webhooks.of(settings.webhooks(), settingsFolder()));
    settings
        .mail()
        .map(
            mail -> new OwnersMail(database, mail, settings.server().publicUrl(), settingsFolder()))
        .ifPresent(recipients::add);
    if (settings.missingForInvitations().isEmpty()) {
      recipients.add(
          new InvitedUsers(
              database,
              settings.mail().orElseThrow(),
              settings.server().publicUrl().orElseThrow(),
              settingsFolder()));
    }
    return new Webhooks(database, recipients, events, clock);
  }

  /** Issues tokens of the directory. */
  public TokenIssuer tokenIssuer() {
    return new TokenIssuer(new DirectoryKeys(database, clock), clock);
  }

  private TokenVerifier tokens() throws SettingsProblem {
    AuthSettings auth = settings.auth();
    TrustedKeys trusted =
        auth.keys().isPresent()
            ? TrustedKeys.of(auth.keys().get(), settingsFolder())
            : TrustedKeys.NONE;
    return new TokenVerifier(auth, new DirectoryKeys(database, clock), trusted, database, clock);
  }

  private Optional<OpenIdClient> openId() {
    return settings.oidc().map(oidc -> new OpenIdClient(oidc, settingsFolder(), clock));
  }

  private Path settingsFolder() {
    return settings.origin().file().map(Path::getParent).orElse(workingDirectory);
  }
}
