package dev.muster.app;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.HttpServer;
import dev.muster.app.http.auth.DirectoryKeys;
import dev.muster.app.http.auth.TokenVerifier;
import dev.muster.app.http.auth.TrustedKeys;
import dev.muster.app.http.authgear.AuthgearRoutes;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.Submissions;
import dev.muster.app.settings.AuthSettings;
import dev.muster.app.settings.ServerSettings;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The part of the composition root that makes the server and its routes. */
final class ServerAssembly {

  private final Database database;
  private final Settings settings;
  private final Path workingDirectory;
  private final Clock clock;

  ServerAssembly(Database database, Settings settings, Path workingDirectory, Clock clock) {
    this.database = database;
    this.settings = settings;
    this.workingDirectory = workingDirectory;
    this.clock = clock;
  }

  HttpServer start(
      ServerSettings listen,
      Function<Session, Submissions> submissions,
      Function<Session, Imports> imports)
      throws SettingsProblem, UsageProblem {
    DirectoryAccess access =
        new DirectoryAccess(database, tokens(), settings, submissions, imports, clock);
    return HttpServer.start(
        listen.in(settingsFolder()),
        List.of(new AuthgearRoutes(access, AuthgearRoutes.BODY_BYTES_MAX)));
  }

  private TokenVerifier tokens() throws SettingsProblem {
    AuthSettings auth = settings.auth();
    TrustedKeys trusted =
        auth.keys().isPresent()
            ? TrustedKeys.of(auth.keys().get(), settingsFolder())
            : TrustedKeys.NONE;
    return new TokenVerifier(auth, new DirectoryKeys(database, clock), trusted, database, clock);
  }

  private Path settingsFolder() {
    return settings.origin().file().map(Path::getParent).orElse(workingDirectory);
  }
}
