package dev.muster.app.cli.session;

import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.restauth.RestAuthFormat;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobState;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.apply.StoreUnavailable;
import dev.muster.problem.ShellText;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;
import java.util.stream.IntStream;

/** The message about an import that stopped early: how much is done, and how to resume it. */
public final class ImportFailure {

  private ImportFailure() {}

  public static String sentence(Job job, CliSession session) {
    if (job.state() == JobState.CANCELLED) {
      return "the import was cancelled: " + done(job, session);
    }
    return (job.state() == JobState.PAUSED ? "the import was paused: " : "")
        + done(job, session)
        + ". Resume it with: "
        + resumeCommand(job, session);
  }

  private static String done(Job job, CliSession session) {
    if (job.options().dryRun()) {
      return "the dry run " + job.id() + " was not finished, and has written nothing";
    }
    if (job.options().commit() == CommitPolicy.WHOLE) {
      return "import " + job.id() + " is all or nothing, so nothing of it was kept";
    }
    return tally(job, session)
        .map(
            tally ->
                Numbers.grouped(tally.total())
                    + " of "
                    + Numbers.count(job.records(), "record")
                    + " of import "
                    + job.id()
                    + " are done and stay")
        .orElse("what import " + job.id() + " has committed stays");
  }

  /** The counts so far; empty if the database can't be read. */
  public static Optional<Tally> tally(Job job, CliSession session) {
    try {
      return Optional.of(session.store().jobs().tally(job));
    } catch (StoreUnavailable | SettingsProblem | UsageProblem e) {
      return Optional.empty();
    }
  }

  /** The command to resume an import. An import from standard input needs the same input again. */
  public static String resumeCommand(Job job, CliSession session) {
    if (job.format().equals(RestAuthFormat.NAME)) {
      return "the same command again"; // nothing was imported, and all options must be given again
    }
    if (job.path().isPresent()) {
      return session.printed().commandForAnyFolder("imports resume " + job.id());
    }
    return isMapped(job)
        ? "the same command again, with --resume and the same input"
        : session.printed().commandForAnyFolder("import - --resume" + words(job))
            + " (with the same input)";
  }

  /** Whether an option of the import is too much for one argument of a command: a mapping. */
  private static boolean isMapped(Job job) {
    Struct own = job.options().formatOptions();
    return IntStream.range(0, own.size()).anyMatch(i -> own.valueAt(i) instanceof Struct);
  }

  private static String words(Job job) {
    JobOptions options = job.options();
    StringBuilder words = new StringBuilder(" --format " + job.format());
    words.append(" --realm ").append(ShellText.quoted(job.realm()));
    options.identifier().ifPresent(name -> words.append(" --identifier ").append(name));
    options.upsert().ifPresent(flag -> words.append(flag ? " --upsert" : " --no-upsert"));
    if (!options.encoding().equals("auto")) {
      words.append(" --encoding ").append(ShellText.quoted(options.encoding()));
    }
    words.append(options.dryRun() ? " --dry-run" : "");
    words.append(options.commit() == CommitPolicy.WHOLE ? " --atomic" : "");
    words.append(options.diff() ? " --diff" : "");
    options.missing().ifPresent(missing -> words.append(missingWords(missing)));
    Struct own = options.formatOptions();
    for (int i = 0; i < own.size(); i++) {
      words.append(word("--" + own.nameAt(i).replace('_', '-'), own.valueAt(i)));
    }
    return words.toString();
  }

  private static String missingWords(MissingOptions missing) {
    String words =
        " --missing " + missing.action().wireName() + " --missing-limit " + missing.limit().text();
    return words
        + missing
            .among()
            .map(selection -> " --missing-among " + ShellText.quoted(selection.text()))
            .orElse("");
  }

  /** An option of a format: {@code --create-roles} for the member create_roles that is true. */
  private static String word(String name, Value value) {
    if (value instanceof Value.Text text) {
      return " " + name + " " + ShellText.quoted(text.text());
    }
    if (value instanceof Value.Num number) {
      return " " + name + " " + number.literal();
    }
    return value.equals(Value.TRUE) ? " " + name : "";
  }
}
