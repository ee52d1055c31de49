package dev.muster.app.cli.text;

import static java.util.stream.Collectors.joining;

import dev.muster.app.cli.text.ProblemDigest.Complaint;
import dev.muster.app.cli.text.ProblemDigest.Group;
import dev.muster.app.document.Places;
import dev.muster.app.document.Printable;
import dev.muster.app.job.CommitPolicy;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.SecretText;
import dev.muster.problem.ShownText;
import dev.muster.report.Tally;
import dev.muster.user.Catalog;
import dev.muster.user.Role;
import dev.muster.user.RoleReference;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints the summary of an import. */
public final class Summary {

  private static final int NAME_COLUMNS = 12;
  private static final int CREATIONS_MAX = 10;

  private final PrintWriter out;
  private final Ansi ink;
  private final SummaryCommands commands;

  /**
   * Prints to a terminal or a file.
   *
   * @param commands makes the command lines to copy
   */
  public Summary(PrintWriter out, Ansi ink, SummaryCommands commands) {
    this.out = out;
    this.ink = ink;
    this.commands = commands;
  }

  /**
   * Prints what happened.
   *
   * @param description the input's format and encoding, such as {@code csv, semicolons,
   *     windows-1252}
   * @param directory the directory's display name, such as {@code sqlite:muster.db}
   * @param pace how long it took; empty if unknown
   */
  public void print(
      Job job,
      Tally tally,
      String description,
      String directory,
      Optional<Pace> pace,
      ProblemDigest digest,
      Places places) {
    String what =
        Printable.of(job.source())
            + " ("
            + description
            + ") into realm "
            + job.realm()
            + " of "
            + Printable.of(directory);
    out.println(headline(job, tally, what));
    out.println();
    figures(tally, pace);
    problems(job, digest, places);
    if (job.state() != JobState.FAILED) {
      warnings(job, digest, places, tally.total());
    }
  }

  private String headline(Job job, Tally tally, String what) {
    boolean dryRun = job.options().dryRun();
    return switch (job.state()) {
      case COMPLETED ->
          dryRun
              ? ink.bold("Dry run")
                  + " of "
                  + what
                  + "\nNo user was changed; this is what the import would do."
              : ink.bold("Imported") + " " + what;
      case FAILED ->
          ink.red("Not imported")
              + (dryRun ? " (dry run)" : "")
              + ": "
              + what
              + "\n"
              + whole(tally);
      case CANCELLED ->
          ink.yellow("Cancelled") + ": " + what + "\nDone were " + progress(job, tally);
      case PAUSED -> ink.yellow("Paused") + ": " + what + "\nDone are " + progress(job, tally);
      case PENDING -> ink.yellow("Not begun") + ": " + what + "\nIt waits for a worker.";
      case RUNNING, INTERRUPTED ->
          ink.yellow("Not finished") + ": " + what + "\nDone are " + progress(job, tally);
    };
  }

  private static String whole(Tally tally) {
    if (tally.failed() == 0) {
      return "Too many users are missing from it, so nothing was kept.";
    }
    return "It is all or nothing, and "
        + Numbers.count(tally.failed(), "record")
        + " failed, so nothing was kept.";
  }

  private static String progress(Job job, Tally tally) {
    return Numbers.grouped(tally.total())
        + " of "
        + Numbers.count(job.records(), "record")
        + (job.options().commit() == CommitPolicy.WHOLE ? "; it is all or nothing" : "")
        + ".";
  }

  private void figures(Tally tally, Optional<Pace> pace) {
    int width = Numbers.grouped(tally.total()).length();
    long same = tally.inserted() + tally.updated() - tally.changed();
    String unchanged =
        same > 0 && tally.skipped() == 0 ? "  (" + Numbers.grouped(same) + " changed nothing)" : "";
    figure("inserted", tally.inserted(), width, "");
    figure("updated", tally.updated(), width, unchanged);
    figure("skipped", tally.skipped(), width, "");
    figure("failed", tally.failed(), width, "");
    figure("total", tally.total(), width, pace.map(known -> known.words(tally.total())).orElse(""));
  }

  private void figure(String name, long number, int width, String remark) {
    String digits = Numbers.grouped(number);
    int gap = NAME_COLUMNS - name.length() + Math.max(0, width - digits.length());
    String line = "  " + name + " ".repeat(gap) + digits;
    out.println(number == 0 ? line + remark : coloured(name, line) + remark);
  }

  private String coloured(String name, String line) {
    return switch (name) {
      case "inserted" -> ink.green(line);
      case "skipped" -> ink.yellow(line);
      case "failed" -> ink.red(line);
      default -> line;
    };
  }

  private void problems(Job job, ProblemDigest digest, Places places) {
    if (digest.problems().isEmpty()) {
      return;
    }
    out.println();
    out.println(ink.bold("Problems"));
    digest.problems().forEach((code, group) -> problems(job, code, group, digest, places));
    for (String sentence : digest.dates().sentences(places)) {
      out.println();
      out.println(Printable.of(sentence));
    }
    missingRoles(job, digest.missingRoles());
  }

  private void problems(
      Job job, ProblemCode code, Group group, ProblemDigest digest, Places places) {
    out.println("  " + ink.red(code.wireName()) + ": " + group.records().text(digest.lines()));
    boolean several = group.complaints().size() > 1;
    for (Complaint each : group.complaints()) {
      String lead = each.records().isSingle() ? " The value is " : " For example ";
      String example = digest.example(each).map(value -> lead + value).orElse("");
      String message = sentence(message(each, places) + each.unknownKeys(), example);
      out.println(
          "    "
              + printable(message)
              + (several ? " (" + each.records().text(digest.lines()) + ")" : ""));
    }
    if (group.more() > 0) {
      out.println("    and " + Numbers.count(group.more(), "other problem"));
    }
    if (group.isCutOff()) {
      out.println("    all of them: " + commands.list(job, code));
    }
  }

  /** A message with an example. */
  private static String sentence(String message, String example) {
    return example.isEmpty() || message.endsWith(".") ? message + example : message + "." + example;
  }

  private void missingRoles(Job job, List<RoleReference> missing) {
    if (missing.isEmpty()) {
      return;
    }
    out.println();
    out.println(
        "The following roles were missing: "
            + Printable.of(missing.stream().map(Summary::shown).distinct().collect(joining(", "))));
    List<Role> roles = new ArrayList<>(); // each with a key of its own
    missing.stream()
        .filter(each -> !SecretText.isHash(each.text()))
        .forEach(each -> each.proposed(Catalog.EMPTY.with(roles)).ifPresent(roles::add));
    List<String> creations = roles.stream().map(role -> commands.create(role, job)).toList();
    if (creations.isEmpty()) {
      return;
    }
    out.println("Import again with --create-roles, or make them first and import again:");
    creations.stream().limit(CREATIONS_MAX).forEach(line -> out.println("  " + line));
    if (creations.size() > CREATIONS_MAX) {
      out.println("  and so on");
    }
  }

  private static String shown(RoleReference role) {
    return SecretText.isHash(role.text()) ? SecretText.REDACTED : role.text();
  }

  private void warnings(Job job, ProblemDigest digest, Places places, long total) {
    long seen = ProblemDigest.WARNED_RECORDS_MAX;
    if (digest.warnings().isEmpty() && total <= seen) {
      return;
    }
    String which = total > seen ? ", of the first " + Numbers.grouped(seen) + " records" : "";
    out.println();
    out.println(ink.bold("Warnings") + which + (digest.warnings().isEmpty() ? ": none" : ""));
    digest
        .warnings()
        .forEach(
            (warning, records) -> {
              out.println("  " + ink.yellow(printable(places.message(warning))));
              out.println("    " + records.text(digest.lines()));
            });
    if (digest.moreWarnings() > 0) {
      out.println("  and " + Numbers.count(digest.moreWarnings(), "other warning"));
    }
    if (total > seen) {
      out.println("  those of all records: " + commands.report(job));
    }
  }

  private static String printable(String message) {
    return Printable.of(ShownText.visible(ShownText.withShortWords(message)));
  }

  private static String message(Complaint complaint, Places places) {
    String place = places.of(complaint.first());
    String message = complaint.message();
    return place.isEmpty() ? message : place + ": " + message;
  }

  /**
   * The speed of an import.
   *
   * @param records how many records were imported in that time; after a resumption fewer than all
   */
  public record Pace(long records, Duration time) {

    private String words(long total) {
      return (records == total ? "  in " : "  " + Numbers.grouped(records) + " of them in ")
          + Numbers.time(time)
          + ", "
          + Numbers.grouped(Numbers.perSecond(records, time))
          + " a second";
    }
  }
}
