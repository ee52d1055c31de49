package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.text.RestAuthTranscript;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.run.FinishedImport;
import dev.muster.app.job.run.ImportBroken;
import dev.muster.app.job.run.ImportRequest;
import dev.muster.app.job.run.Interrupted;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.restauth.RestAuthLines;
import dev.muster.user.Realm;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code muster restauth-import}: behaves like RestAuth's command, with the same lines on the same
 * streams and the same exit statuses.
 *
 * <p>Source: RestAuth's documentation, "restauth-import".
 */
@Command(
    name = "restauth-import",
    sortOptions = false,
    synopsisHeading = "usage: ",
    customSynopsis = RestAuthImportCommand.SYNOPSIS,
    description = "Import a RestAuth document, printing what RestAuth's own command prints.",
    footer = {
      "",
      "All of the file is imported, or nothing. Every import is on record: see",
      "muster imports list.",
      "muster import --format restauth does the same with Muster's own summary and",
      "reports.",
      "",
      "Exit status:",
      "  0    imported; hashes that are not supported are named, and skipped; standard",
      "       error says why, where that is known, and names members that were ignored",
      "  1    something failed, and everything was undone",
      "  2    bad usage or a file that is no such document: nothing was done",
      "  130  interrupted, and everything was undone"
    })
public final class RestAuthImportCommand implements Callable<Integer> {

  public static final String NAME = "restauth-import";

  /** As Python's argparse prints it after {@code usage: }. */
  static final String SYNOPSIS =
      """
      restauth-import [-h] [--gen-passwords] [--gen-passwords-file FILE]
                             [--overwrite-passwords] [--overwrite-properties]
                             [--skip-existing-users] [--skip-existing-groups]
                             [--accept-unverifiable] [--using ALIAS]
                             [file]""";

  private final CliSession session;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "file",
      description = "What to import, as it is or compressed. - or none: standard input.")
  private @Nullable Path file;

  @Option(
      names = "--using",
      paramLabel = "ALIAS",
      description = "One of the settings' databases. Default: default, the usual one.")
  private @Nullable String alias;

  @Mixin private final RestAuthSwitches switches = new RestAuthSwitches();

  public RestAuthImportCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try {
      if (alias != null && !alias.isEmpty()) {
        session.use(alias);
      }
      Optional<Path> passwords = switches.passwordsFile(session);
      try (RestAuthTranscript transcript =
          new RestAuthTranscript(
              session.out(), session.err(), session.output()::isLost, passwords)) {
        return run(transcript);
      }
    } catch (UsageProblem | SettingsProblem e) {
      return refuse(session, String.valueOf(e.getMessage()));
    } catch (InputRefused e) {
      return refuse(session, inWords(e.problems().get(0)));
    }
  }

  private int run(RestAuthTranscript transcript) throws Exception {
    try {
      FinishedImport finished =
          new ImportCall(session, new ReportOptions()).carryOut(call -> start(call, transcript));
      if (finished.job().state() != JobState.COMPLETED) {
        return undone(transcript.failure().orElseThrow());
      }
      // other members of the document, such as comments, are ignored in silence, as documented
      finished.input().notes().stream()
          .filter(RestAuthLines::isAboutSlip)
          .forEach(note -> session.err().println(NAME + ": " + note));
      session.err().flush();
      return ExitStatus.OK;
    } catch (ImportBroken e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return undone("StoreUnavailable", Failures.reason(cause));
    } catch (StoreUnavailable e) {
      return undone("StoreUnavailable", Failures.reason(e));
    }
  }

  private FinishedImport start(ImportCall call, RestAuthTranscript transcript)
      throws InputRefused, UsageProblem, SettingsProblem, Interrupted, ImportBroken {
    Path path = file == null || file.toString().equals("-") ? null : session.path(file);
    InputFile input = call.input(path, session.application().settings().limits());
    JobOptions options =
        new JobOptions(
            Optional.empty(),
            Optional.empty(),
            "auto",
            false,
            CommitPolicy.WHOLE,
            false,
            switches.options().toStruct());
    return call.imports(transcript)
        .start(
            new ImportRequest(input, RestAuthFormat.NAME, Realm.DEFAULT, options, false)
                .from(session.provenance()),
            call.progressWithoutRemarks());
  }

  private int undone(Problem problem) {
    return undone(problem.code().wireName(), problem.message());
  }

  private int undone(String type, String message) {
    session.err().println("An error occured, rolling back transaction:");
    session.err().println(type + ": " + message.lines().findFirst().orElse(""));
    session.err().flush();
    return ExitStatus.PROBLEMS;
  }

  /**
   * The message of RestAuth's command about a problem: that of Python's JSON parser, or one that
   * names the section.
   */
  private String inWords(InputProblem problem) {
    if (problem.code() != ProblemCode.INVALID_JSON && problem.code() != ProblemCode.BAD_ENCODING) {
      return problem.message();
    }
    String name = file == null ? "-" : file.toString();
    boolean placed =
        problem.column() > 0 && !problem.message().startsWith("Top-level data structure");
    String place = placed ? "line " + problem.line() + " column " + problem.column() + ": " : "";
    return name + ": " + place + problem.message();
  }

  /** Prints a usage error as Python's argparse does; returns the exit status. */
  public static int refuse(CliSession session, String message) {
    session.err().println("usage: " + SYNOPSIS);
    session.err().println(NAME + ": error: " + message);
    session.err().flush();
    return ExitStatus.REFUSED;
  }
}
