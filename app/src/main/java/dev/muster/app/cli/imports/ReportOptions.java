package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.QuietOption;
import dev.muster.app.document.DetailLevel;
import dev.muster.app.document.ReplacedFile;
import dev.muster.app.document.ReportFile;
import dev.muster.app.format.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options about the reports of an import. */
final class ReportOptions {

  @Option(
      names = "--json",
      description = "Print one JSON document instead of the summary, and nothing else.")
  boolean json;

  @Mixin final QuietOption quiet = new QuietOption();

  @Option(
      names = "--details",
      paramLabel = "WHICH",
      completionCandidates = Candidates.Extents.class,
      converter = ExtentName.class,
      description = "The records that --json lists: all, problems or none. Default: all.")
  DetailLevel details = DetailLevel.ALL;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = {
        "Write the result of every record to a file:",
        "JSON lines for .ndjson, .jsonl and .json, a table for .csv. Default: none."
      })
  @Nullable Path report;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = {
        "Write the failed records to a file in their own format, each with its reason, to be mended"
            + " and imported again. It holds what the input held, so only its owner may read it."
            + " Written only if a record failed; otherwise a file of that name is removed."
            + " Default: none."
      })
  @Nullable Path rejects;

  /**
   * Checks that the report files can be written. Call it before any other work.
   *
   * @param input the input's path; empty for standard input
   */
  void check(CliSession session, Optional<Path> input) throws UsageProblem {
    if (report != null) {
      reportFormat(report);
      writable("--report", session.path(report), input);
    }
    if (rejects != null) {
      writable("--rejects", session.path(rejects), input);
    }
    if (report != null && rejects != null && report.normalize().equals(rejects.normalize())) {
      throw new UsageProblem("--report and --rejects name the same file: name two");
    }
  }

  static ReportFile reportFormat(Path file) throws UsageProblem {
    return ReportFile.named(file)
        .orElseThrow(
            () ->
                new UsageProblem(
                    "a report's file name ends in .ndjson, .jsonl, .json or .csv, which "
                        + file
                        + " does not"));
  }

  static void writable(String option, Path file, Optional<Path> input) throws UsageProblem {
    Optional<String> obstacle = ReplacedFile.obstacle(file);
    if (obstacle.isPresent()) {
      throw new UsageProblem(option + ": " + obstacle.get());
    }
    try {
      if (input.isPresent() && Files.exists(file) && Files.isSameFile(file, input.get())) {
        throw new UsageProblem(
            option + " names the input itself, which would be lost: name another file");
      }
    } catch (IOException e) {
      throw new UsageProblem(option + ": " + file + " can't be looked at: " + e.getMessage());
    }
  }

  /** The names of {@link DetailLevel} in lower case. */
  static final class ExtentName implements ITypeConverter<DetailLevel> {
    @Override
    public DetailLevel convert(String name) {
      for (DetailLevel extent : DetailLevel.values()) {
        if (extent.name().toLowerCase(Locale.ROOT).equals(name)) {
          return extent;
        }
      }
      throw new TypeConversionException(
          "there is no '" + name + "'; there are all, problems and none");
    }
  }
}
