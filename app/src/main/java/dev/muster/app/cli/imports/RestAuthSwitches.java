package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.document.ReplacedFile;
import dev.muster.app.format.UsageProblem;
import dev.muster.profile.restauth.RestAuthOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code restauth-import} that {@code muster import} has too. */
final class RestAuthSwitches {

  @Option(
      names = "--gen-passwords",
      description =
          "restauth: make up passwords for new services and users that have none in the input.")
  boolean genPasswords;

  @Option(
      names = "--gen-passwords-file",
      paramLabel = "FILE",
      description =
          "restauth: write the passwords that were made up to a new file that only this account can"
              + " read, instead of printing them. Default: none.")
  @Nullable Path genPasswordsFile;

  @Option(
      names = "--overwrite-passwords",
      description = "restauth: replace passwords of services and users that exist.")
  boolean overwritePasswords;

  @Option(
      names = "--overwrite-properties",
      description = "restauth: replace properties that users have already.")
  boolean overwriteProperties;

  @Option(
      names = "--skip-existing-users",
      description = "restauth: leave users that exist entirely alone.")
  boolean skipExistingUsers;

  @Option(
      names = "--skip-existing-groups",
      description = "restauth: leave groups that exist entirely alone.")
  boolean skipExistingGroups;

  @Option(
      names = "--accept-unverifiable",
      description =
          "restauth: keep hashes that nobody can log in with here, for export; without it their"
              + " users are imported without a password.")
  boolean acceptUnverifiable;

  RestAuthOptions options() {
    return new RestAuthOptions(
        genPasswords,
        overwritePasswords,
        overwriteProperties,
        skipExistingUsers,
        skipExistingGroups,
        acceptUnverifiable);
  }

  /** The file for generated passwords; empty to print them. */
  Optional<Path> passwordsFile(CliSession session) throws UsageProblem {
    Path named = genPasswordsFile;
    if (named == null) {
      return Optional.empty();
    }
    Path file = session.path(named);
    if (Files.exists(file)) {
      throw new UsageProblem(file + " exists already: name a new file for the passwords");
    }
    Optional<String> obstacle = ReplacedFile.obstacle(file);
    if (obstacle.isPresent()) {
      throw new UsageProblem(obstacle.get());
    }
    return Optional.of(file);
  }
}
