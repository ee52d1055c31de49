package dev.muster.app.cli.text;

import dev.muster.app.document.Printable;
import dev.muster.app.job.Job;
import dev.muster.app.job.missing.MissingLimit;
import dev.muster.app.job.missing.MissingOptions;
import dev.muster.app.job.missing.MissingResult;
import dev.muster.app.job.missing.MissingSelection;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.store.Session;
import dev.muster.report.Tally;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints who is missing from an import's input. */
public final class MissingText {

  private static final int NAMED = 20;

  private final PrintWriter out;
  private final Ansi ink;

  public MissingText(PrintWriter out, Ansi ink) {
    this.out = out;
    this.ink = ink;
  }

  /**
   * Prints who is missing, if the import looked for missing users and has ended.
   *
   * @param listing the command that lists all of them
   */
  public void print(Job job, Tally tally, Session store, String listing) {
    Optional<MissingResult> found =
        job.options().missing().isEmpty()
            ? Optional.empty()
            : store.jobs().missing().find(job.number());
    if (found.isEmpty()) {
      return;
    }
    MissingResult result = found.get();
    out.println();
    out.println(ink.bold("Missing users"));
    out.println("  " + sentence(result, job.options().dryRun()));
    List<MissingUser> first = store.jobs().missing().users(job.number(), 0, NAMED);
    first.forEach(user -> out.println("    " + name(user, store)));
    if (result.missing() > first.size()) {
      out.println(
          "    and "
              + Numbers.grouped(result.missing() - first.size())
              + " more; "
              + (result.listed() < result.missing()
                  ? "the first " + Numbers.grouped(result.listed()) + ": "
                  : "all of them: ")
              + listing);
    }
    if (result.disabledBefore() > 0) {
      out.println(
          "  "
              + Numbers.grouped(result.disabledBefore())
              + " more "
              + (result.disabledBefore() == 1 ? "was" : "were")
              + " disabled before and "
              + (result.disabledBefore() == 1 ? "is" : "are")
              + " not counted.");
    }
    if (tally.failed() > 0) {
      out.println(
          "  Users of the "
              + Numbers.count(tally.failed(), "failed record")
              + " may be among them.");
    }
    advice(result, job);
  }

  private static String sentence(MissingResult result, boolean dryRun) {
    boolean one = result.missing() == 1;
    String who =
        Numbers.grouped(result.missing())
            + " of "
            + users(result)
            + (one ? " is" : " are")
            + " not in the input";
    if (result.missing() == 0) {
      return who + ".";
    }
    return switch (result.options().action()) {
      case REPORT -> who + ".";
      case DISABLE -> who + done(result, dryRun, one, "disabled");
      case DELETE -> who + done(result, dryRun, one, "deleted");
    };
  }

  private static String done(MissingResult result, boolean dryRun, boolean one, String word) {
    if (result.refused()) {
      return ": "
          + tooMany(result)
          + ", so nothing "
          + (dryRun ? "would be" : "was")
          + " imported.";
    }
    return dryRun ? " and would be " + word + "." : " and " + (one ? "was " : "were ") + word + ".";
  }

  private static String tooMany(MissingResult result) {
    MissingLimit limit = result.options().limit();
    return limit.allows(result.missing(), result.users())
        ? "the input has no records"
        : "more than the limit of " + limit.text();
  }

  private static String users(MissingResult result) {
    return Numbers.count(result.users(), "user")
        + result.options().among().map(MissingText::among).orElse(" of the realm")
        + (result.options().sparesDisabled() ? " who may log in" : "");
  }

  private static String among(MissingSelection selection) {
    String name = Printable.of(selection.name());
    return switch (selection.kind()) {
      case SOURCE -> " from source " + name;
      case ROLE -> " with role " + name;
      case GROUP -> " in group " + name;
    };
  }

  private static String name(MissingUser user, Session store) {
    return user.login().isEmpty()
        ? store.users().ids().show(user.number())
        : Printable.of(user.login());
  }

  private void advice(MissingResult result, Job job) {
    MissingOptions options = result.options();
    if (result.users() == 0) {
      out.println(
          "  Nobody could be missing: there "
              + (result.disabledBefore() > 0 ? "were only disabled users" : "were no users")
              + options.among().map(MissingText::among).orElse(" in the realm")
              + " before this import.");
    }
    if (result.refused()) {
      out.println(
          "  The input has "
              + Numbers.count(job.records(), "record")
              + ", which would create "
              + Numbers.count(result.created(), "user")
              + ".");
      out.println(
          "  If that is more than you expect, the input may be cut off, or its records are matched"
              + " by the wrong column.");
      if (job.records() > 0) {
        out.println(
            "  If it is right that they are missing, import again with --missing-limit "
                + result.missing()
                + ".");
      }
    } else if (!options.action().writes()
        && !options.limit().allows(result.missing(), result.users())) {
      out.println(
          "  That is more than the limit of "
              + options.limit().text()
              + ": --missing disable or delete would import nothing.");
    }
  }
}
