package dev.muster.app;

import dev.muster.app.format.Formats;
import dev.muster.app.format.auth0.Auth0Format;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.authgear.AuthgearRequestFormat;
import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.csv.XlsxFormat;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.format.restauth.RestAuthReading;
import dev.muster.app.hash.Auth0Hashes;
import dev.muster.app.hash.RestAuthHashes;
import dev.muster.app.hash.SharedSchemes;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.hash.TableHashes;
import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.restauth.RestAuthWork;
import dev.muster.app.job.run.FormatWork;
import dev.muster.app.settings.PasswordSettings;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import dev.muster.problem.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The formats of inputs, and what some of them do besides importing users. All of a process share
 * the hash schemes, which are created on first use. Thread-safe.
 */
final class ConfiguredFormats {

  private final PasswordSettings passwords;
  private final CostBounds bounds = StandardSchemes.limits();
  private final SharedSchemes schemes;
  private @Nullable RestAuthReading restAuth;

  ConfiguredFormats(PasswordSettings passwords, Peppers peppers) {
    this.passwords = passwords;
    this.schemes = new SharedSchemes(bounds, peppers);
  }

  Formats formats() {
    HashSchemes bcrypt = StandardSchemes.bcrypt(bounds);
    TableHashes tables = new TableHashes(schemes, Nearest::to);
    return new Formats(
        List.of(
            new AuthgearRequestFormat(bcrypt, schemes),
            new AuthgearLinesFormat(bcrypt, schemes),
            new Auth0Format(bcrypt, () -> Auth0Hashes.within(schemes)),
            new CsvFormat(tables),
            new XlsxFormat(tables),
            new RestAuthFormat(this::restAuth)));
  }

  /**
   * What formats do besides.
   *
   * @param log receives the messages about entries of RestAuth documents
   */
  List<FormatWork> works(RestAuthLog log) {
    return List.of(new RestAuthWork(this::restAuth, log));
  }

  private synchronized RestAuthReading restAuth() {
    if (restAuth == null) {
      restAuth =
          new RestAuthReading(
              new RestAuthHashes(schemes.get(), StandardSchemes.django(bounds), Nearest::respelled),
              PasswordEncoders.newPasswords(passwords));
    }
    return restAuth;
  }
}
