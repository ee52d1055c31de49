package dev.muster.app.http.api;

import dev.muster.app.document.JournalDocument;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.Session;
import dev.muster.value.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists the journal. */
final class JournalRoutes implements Routes {

  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 1000;

  /** The names of actions, and the parts of them that are before the dot. */
  private static final List<String> ACTIONS =
      Arrays.stream(JournalAction.values())
          .map(JournalAction::wireName)
          .flatMap(name -> Stream.of(name.substring(0, name.indexOf('.')), name))
          .distinct()
          .toList();

  private final DirectoryAccess directory;

  JournalRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    new ApiEndpoints(routes, directory.tokens()).get("/journal", Scope.JOURNAL_READ, this::list);
  }

  private void list(Context context, Caller caller) throws ApiProblem {
    QueryParameters query =
        QueryParameters.of(
            context,
            List.of("since", "until", "actor", "action", "subject", "import", "after", "limit"));
    VisibleRealms.requireAll(caller); // many entries belong to no realm
    JournalFilter filter = filter(query);
    int limit = (int) query.whole("limit", 1, LIMIT_MAX).orElse(LIMIT);
    long before = query.whole("after", 1, Journal.LATEST).orElse(Journal.LATEST);
    try (Session session = directory.database().openReading()) {
      // one more than asked for tells whether there is a next page
      List<JournalEntry> found = session.journal().page(filter, before, limit + 1);
      List<JournalEntry> entries = found.subList(0, Math.min(limit, found.size()));
      JsonAnswer.page(
          context,
          "entries",
          entries.stream().<Value>map(JournalDocument::of).toList(),
          found.size() > limit ? Value.of(entries.get(limit - 1).number()) : Value.NULL);
    }
  }

  private static JournalFilter filter(QueryParameters query) throws ApiProblem {
    JournalFilter filter = JournalFilter.ALL;
    Optional<String> actor = query.text("actor");
    if (actor.isPresent()) {
      filter = filter.by(actor(actor.get()));
    }
    filter = query.word("action", ACTIONS).map(filter::ofAction).orElse(filter);
    filter = query.text("subject").map(filter::of).orElse(filter);
    filter = query.text("import").map(filter::ofJob).orElse(filter);
    filter = query.time("since").map(filter::since).orElse(filter);
    return query.time("until").map(filter::until).orElse(filter);
  }

  private static Actor actor(String name) throws ApiProblem {
    try {
      return Actor.parse(name);
    } catch (IllegalArgumentException e) {
      throw QueryParameters.invalid(
          "actor is KIND:NAME, such as token:ops or cli:ann@laptop, not '" + name + "'.");
    }
  }
}
