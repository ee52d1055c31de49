package dev.muster.app.console.directory;

import dev.muster.app.console.page.PageProblem;
import dev.muster.app.console.page.Visit;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Which entries of the journal a request wants. */
final class JournalQuery {

  /** The names of the filters. */
  static final List<String> NAMES =
      List.of("since", "until", "actor", "action", "subject", "import");

  private static final int DATE_CHARACTERS = "2026-01-31".length();

  private JournalQuery() {}

  static JournalFilter filter(Visit visit) throws PageProblem {
    JournalFilter filter = JournalFilter.ALL;
    String actor = visit.query("actor");
    filter = actor.isEmpty() ? filter : filter.by(actor(actor));
    String action = visit.query("action");
    filter = action.isEmpty() ? filter : filter.ofAction(action);
    String subject = visit.query("subject");
    filter = subject.isEmpty() ? filter : filter.of(subject);
    String job = visit.query("import");
    filter = job.isEmpty() ? filter : filter.ofJob(job);
    String since = visit.query("since");
    filter = since.isEmpty() ? filter : filter.since(time(since, 0));
    String until = visit.query("until");
    return until.isEmpty() ? filter : filter.until(time(until, 1));
  }

  /** The cursor: only entries with a smaller number. */
  static long before(Visit visit) throws PageProblem {
    String after = visit.query("after");
    try {
      return after.isEmpty() ? Journal.LATEST : Long.parseLong(after);
    } catch (NumberFormatException e) {
      throw PageProblem.badQuery();
    }
  }

  private static Actor actor(String name) throws PageProblem {
    try {
      return Actor.parse(name);
    } catch (IllegalArgumentException e) {
      throw PageProblem.badQuery();
    }
  }

  /**
   * A time as in RFC 3339, or the beginning of a day on the server.
   *
   * @param daysLater 1 for the end of the day instead
   */
  private static Instant time(String text, int daysLater) throws PageProblem {
    try {
      return text.length() == DATE_CHARACTERS
          ? LocalDate.parse(text)
              .plusDays(daysLater)
              .atStartOfDay(ZoneId.systemDefault())
              .toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw PageProblem.badQuery();
    }
  }
}
