package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Times;
import dev.muster.app.document.JournalDocument;
import dev.muster.app.document.Printable;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster journal}. */
@Command(
    name = "journal",
    sortOptions = false,
    description = {
      "Show who changed what, and when, the latest first: imports, realms, roles, groups and"
          + " services."
    })
public final class JournalCommand implements Callable<Integer> {

  private static final int ENTRIES_AT_ONCE = 500;

  private final CliSession session;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = Times.Moment.class,
      description = "Only what was done since: 2026-01-31, 2026-01-31T12:00:00Z, or 7d for a week.")
  private @Nullable Instant since;

  @Option(
      names = "--action",
      paramLabel = "NAME",
      description = "Only one kind, such as import.deleted, or all about import, realm, service.")
  private @Nullable String action;

  @Option(
      names = "--import",
      paramLabel = "ID",
      description = "Only what is about an import, which may be deleted by now.")
  private @Nullable String job;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default: all.")
  private long limit = Long.MAX_VALUE;

  public JournalCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Session store = session.storeToRead();
    JournalFilter filter = filter();
    long left = limit;
    List<JournalEntry> entries = page(store, filter, Journal.LATEST, left);
    if (!json && entries.isEmpty()) {
      session.out().println("Nothing is in the journal.");
    }
    while (!entries.isEmpty()) {
      entries.forEach(this::print);
      left -= entries.size();
      entries = page(store, filter, entries.get(entries.size() - 1).number(), left);
    }
    return ExitStatus.OK;
  }

  private static List<JournalEntry> page(
      Session store, JournalFilter filter, long before, long left) {
    return left <= 0
        ? List.of()
        : store.journal().page(filter, before, (int) Math.min(ENTRIES_AT_ONCE, left));
  }

  private JournalFilter filter() {
    JournalFilter filter = JournalFilter.ALL;
    if (since != null) {
      filter = filter.since(since);
    }
    if (action != null) {
      filter = filter.ofAction(action);
    }
    return job == null ? filter : filter.ofJob(job);
  }

  private void print(JournalEntry entry) {
    if (json) {
      session.out().println(JsonText.of(JournalDocument.of(entry)));
      return;
    }
    session
        .out()
        .println(
            String.format(
                    Locale.ROOT,
                    "%-20s  %-24s  %-21s  %s  %s",
                    entry.at().truncatedTo(ChronoUnit.SECONDS),
                    Printable.of(entry.actor().wireName()),
                    entry.action(),
                    Printable.of(entry.subject()),
                    entry.detail().isEmpty() ? "" : Printable.of(JsonText.of(entry.detail())))
                .stripTrailing());
  }
}
