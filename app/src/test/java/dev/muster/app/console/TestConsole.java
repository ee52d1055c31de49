package dev.muster.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.Application;
import dev.muster.app.console.oidc.OpenIdClient;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.HttpServer;
import dev.muster.app.http.api.PasswordCheck;
import dev.muster.app.http.auth.DirectoryKeys;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.app.http.auth.TrustedKeys;
import dev.muster.app.job.Retention;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.journal.Actor;
import dev.muster.app.settings.AuthSettings;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.AdministratorChanges;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WaitListener;
import dev.muster.password.CostBounds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A server in this process with the console alone, whose time the test tells. */
final class TestConsole implements AutoCloseable {

  static final String PASSWORD = "correct horse";

  final Application application;
  final String database;
  final Path folder;
  final Moment clock = new Moment();
  private final HttpServer server;

  private TestConsole(
      Path folder, String database, boolean behindProxy, Optional<OpenIdClient> openId)
      throws Exception {
    this(folder, database, behindProxy, openId, ServerSettings.DEFAULTS.maxUploadBytes());
  }

  private TestConsole(
      Path folder,
      String database,
      boolean behindProxy,
      Optional<OpenIdClient> openId,
      long maxUploadBytes)
      throws Exception {
    this.folder = folder;
    this.database = database;
    Files.writeString(
        folder.resolve("muster.yml"), "passwords: {argon2: {memory_kib: 128, passes: 1}}\n");
    application =
        new Application(
            folder, Optional.empty(), Optional.of(database), Map.of(), WaitListener.SILENT);
    application.open().close();
    ServerSettings listen =
        new ServerSettings("127.0.0.1", 0, behindProxy, Optional.empty(), Optional.empty())
            .withMaxUploadBytes(maxUploadBytes);
    PasswordCheck passwords =
        new PasswordCheck(
            StandardSchemes.all(CostBounds.DEFAULTS),
            () -> encoder(application).encode(new byte[0]),
            Optional.empty());
    server =
        HttpServer.start(
            listen,
            List.of(new ConsoleRoutes(access(), passwords, encoder(application), openId, listen)),
            answered -> {});
  }

  static TestConsole start(StoreKind kind, Path folder) throws Exception {
    return new TestConsole(folder, kind.emptyDirectory(folder, "muster"), false, Optional.empty());
  }

  /** With a limit for files. */
  static TestConsole startWithin(Path folder, long maxUploadBytes) throws Exception {
    return new TestConsole(
        folder,
        StoreKind.SQLITE.emptyDirectory(folder, "muster"),
        false,
        Optional.empty(),
        maxUploadBytes);
  }

  static TestConsole startBehindProxy(Path folder) throws Exception {
    return new TestConsole(
        folder, StoreKind.SQLITE.emptyDirectory(folder, "muster"), true, Optional.empty());
  }

  static TestConsole startWithProvider(Path folder, OpenIdClient client) throws Exception {
    return new TestConsole(
        folder, StoreKind.SQLITE.emptyDirectory(folder, "muster"), false, Optional.of(client));
  }

  private static PasswordEncoder encoder(Application application) {
    try {
      return application.passwordEncoder();
    } catch (SettingsProblem e) {
      throw new AssertionError(e);
    }
  }

  private DirectoryAccess access() throws Exception {
    return new DirectoryAccess(
        application.database(),
        new TokenVerifier(
            AuthSettings.DEFAULTS,
            new DirectoryKeys(application.database(), clock),
            TrustedKeys.NONE,
            application.database(),
            clock),
        application.settings(),
        application.formats(),
        session -> {
          throw new IllegalStateException("nothing is submitted");
        },
        session -> {
          try {
            return application.imports(session, new StopSignal(), RestAuthLog.NONE);
          } catch (SettingsProblem e) {
            throw new AssertionError(e);
          }
        },
        Retention.FOREVER,
        clock);
  }

  /** Creates an administrator with the password of all; of all realms if none is named. */
  void createAdmin(String name, String... realms) throws Exception {
    Optional<Set<String>> limited =
        realms.length == 0 ? Optional.empty() : Optional.of(Set.of(realms));
    try (Session session = application.open()) {
      boolean made =
          changes(session)
              .create(name, encoder(application).encode(PASSWORD.getBytes(UTF_8)), limited);
      if (!made) {
        throw new AssertionError(name + " exists");
      }
    }
  }

  AdministratorChanges changes(Session session) {
    return new AdministratorChanges(session, Actor.SYSTEM, Clock.systemUTC());
  }

  String address() {
    return server.address();
  }

  /** A browser without cookies. */
  Browser browser() {
    return new Browser(server.address());
  }

  /** A browser in which an administrator has signed in. */
  Browser signedIn(String name) throws Exception {
    Browser browser = browser();
    browser.signIn(name, PASSWORD).require(303);
    return browser;
  }

  @Override
  public void close() {
    server.close();
    application.close();
  }
}
