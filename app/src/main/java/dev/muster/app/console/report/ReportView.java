package dev.muster.app.console.report;

import dev.muster.app.console.imports.MailingView;
import dev.muster.app.console.page.ProblemText;
import dev.muster.app.console.page.Texts;
import dev.muster.report.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the page of a report shows. */
public record ReportView(
    Head head,
    Progress progress,
    List<ProblemText> troubles,
    List<String> missingRoles,
    Optional<MailingView> mailing,
    Optional<Outdating> outdated,
    boolean executable,
    Map<String, Long> codes,
    ReportQuery query,
    RowTable table) {

  public ReportView {
    troubles = List.copyOf(troubles);
    missingRoles = List.copyOf(missingRoles);
  }

  /**
   * What the report is.
   *
   * @param parent the report that it is based on
   */
  public record Head(
      String id,
      String href,
      String fileHref,
      String filename,
      String realm,
      String by,
      Instant createdAt,
      Optional<Instant> completedAt,
      boolean simulation,
      boolean mend,
      Optional<String> parent) {

    /** How long it took; empty before its end. */
    public Optional<String> duration(Texts texts) {
      return completedAt.map(end -> text(Duration.between(createdAt, end), texts));
    }

    private static String text(Duration time, Texts texts) {
      long seconds = Math.max(0, time.toSeconds());
      return seconds < 60
          ? texts.text("report.seconds", "seconds", Math.max(1, seconds))
          : texts.text("report.minutes", "minutes", seconds / 60, "seconds", seconds % 60);
    }
  }

  /**
   * How far it is.
   *
   * @param state the wire name of its state
   * @param total the number of its records
   */
  public record Progress(String state, long total, Tally tally) {

    /** Whether it has ended. */
    public boolean ended() {
      return state.equals("completed") || state.equals("failed") || state.equals("cancelled");
    }

    /** Whether it is paused. */
    public boolean paused() {
      return state.equals("paused");
    }

    /** The class of the word for its state. */
    public String markClass() {
      return switch (state) {
        case "completed" -> "mark-good";
        case "failed", "cancelled" -> "mark-bad";
        case "paused" -> "mark-warn";
        default -> "";
      };
    }
  }
}
