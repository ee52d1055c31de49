package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.document.ResultSelection;
import dev.muster.app.document.ShownValues;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.TextSearch;
import dev.muster.report.Outcome;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that select results of an import; without any of them, all results are selected. */
final class ResultOptions {

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      completionCandidates = Candidates.Outcomes.class,
      converter = OutcomeName.class,
      description = "Only records that were inserted, updated, skipped or failed.")
  private @Nullable Outcome outcome;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      converter = CodeName.class,
      description = "Only records with a problem of a code, such as data-error.")
  private @Nullable String code;

  @Option(
      names = "--line",
      paramLabel = "N",
      description = "Only the record that begins at a line.")
  private @Nullable Long line;

  @Option(
      names = "--text",
      paramLabel = "TEXT",
      description =
          "Only records of which a problem's message holds a text, or the record itself if it"
              + " failed; whatever the case of the letters. Secrets are not searched.")
  private @Nullable String text;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: all.")
  private @Nullable Long limit;

  @Option(
      names = "--after",
      paramLabel = "INDEX",
      description = "Only records after that of an index, to go on where a limit ended a report.")
  private @Nullable Long after;

  /** Whether any option is given. Then the input is not read again. */
  boolean any() {
    return outcome != null
        || code != null
        || line != null
        || text != null
        || limit != null
        || after != null;
  }

  /** The selected results. */
  ResultSelection selection(KeptRecords kept) {
    return new ResultSelection(
        new ResultFilter(
            Optional.ofNullable(outcome),
            Optional.ofNullable(code),
            line == null ? OptionalLong.empty() : OptionalLong.of(line),
            Optional.empty(), // changed or not
            text == null || text.isEmpty()
                ? Optional.empty()
                : Optional.of(new TextSearch(text, ShownValues.of(kept)))),
        after == null ? JobStore.START : after,
        limit == null ? Long.MAX_VALUE : limit,
        kept);
  }

  /** The names of {@link Outcome}. */
  static final class OutcomeName implements ITypeConverter<Outcome> {
    @Override
    public Outcome convert(String name) {
      return Arrays.stream(Outcome.values())
          .filter(each -> each.wireName().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "there is no '" + name + "'; there are inserted, updated, skipped, failed"));
    }
  }

  /** The wire names of problems and warnings. */
  static final class CodeName implements ITypeConverter<String> {
    @Override
    public String convert(String name) {
      if (!ResultFilter.CODES.contains(name)) {
        throw new TypeConversionException(
            "there is no code '" + name + "': see docs/reference/outcomes.md");
      }
      return name;
    }
  }
}
