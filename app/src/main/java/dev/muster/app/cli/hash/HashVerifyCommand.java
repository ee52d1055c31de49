package dev.muster.app.cli.hash;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.PasswordOption;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.SchemeMatch;
import dev.muster.password.HashReading;
import dev.muster.password.HashScheme;
import dev.muster.password.HashSchemes;
import dev.muster.problem.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster hash verify}. */
@Command(
    name = "verify",
    sortOptions = false,
    description = {
      "Tell whether a password fits a hash, and by which scheme.",
      "Exit status 0: right. 1: wrong. 2: no scheme can verify the hash."
    })
public final class HashVerifyCommand implements Callable<Integer> {

  private final CliSession session;

  @Parameters(paramLabel = "HASH", description = "The hash, in single quotes for the shell.")
  private String hash = "";

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description = "What the hash is of. Default: all schemes that it may be of.")
  private @Nullable String scheme;

  @Mixin private final PasswordOption password = new PasswordOption();

  public HashVerifyCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    HashSchemes schemes = session.application().hashSchemes();
    List<HashScheme> tried = scheme == null ? possible(schemes) : List.of(named(schemes, scheme));
    byte[] typed = password.read(session);
    Optional<HashScheme> fitting =
        tried.stream()
            .filter(
                each ->
                    each.readAs(hash) instanceof HashReading.Accepted accepted
                        && each.verify(accepted.hash(), typed))
            .findFirst();
    session.out().println(fitting.map(each -> "right: " + each.name()).orElse("wrong"));
    return fitting.isPresent() ? ExitStatus.OK : ExitStatus.PROBLEMS;
  }

  private List<HashScheme> possible(HashSchemes schemes) throws UsageProblem {
    List<SchemeMatch> sightings = SchemeMatch.of(hash);
    List<HashScheme> seen =
        sightings.stream()
            .map(sighting -> schemes.byName(sighting.scheme()).orElseThrow())
            .toList();
    List<HashScheme> possible =
        seen.stream()
            .filter(scheme -> scheme.readAs(hash) instanceof HashReading.Accepted)
            .toList();
    if (possible.isEmpty()) {
      Optional<String> refusal = seen.stream().flatMap(this::refusal).findFirst();
      throw refusal
          .map(UsageProblem::new)
          .orElseGet(
              () ->
                  new UsageProblem(
                      "no scheme knows this hash; to find its recipe: ", "hash solve --help"));
    }
    return possible;
  }

  private Stream<String> refusal(HashScheme scheme) {
    return scheme.readAs(hash) instanceof HashReading.Refused refused
        ? Stream.of(refused.message())
        : Stream.of();
  }

  private HashScheme named(HashSchemes schemes, String name) throws UsageProblem {
    Optional<HashScheme> found = schemes.byName(name);
    if (found.isEmpty()) {
      throw new UsageProblem("there is no scheme " + name + meant(name));
    }
    if (found.get().readAs(hash) instanceof HashReading.Refused refused) {
      throw new UsageProblem(refused.message());
    }
    return found.get();
  }

  private static String meant(String name) {
    return Nearest.to(name, SchemeMatch.schemes())
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }
}
