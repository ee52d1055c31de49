package dev.muster.app.http.api;

import dev.muster.app.document.UserDocument;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.UserPage;
import dev.muster.user.Realm;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Lists users and finds them. */
final class UserListRoutes implements Routes {

  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 1000;
  private static final int STREAMED_AT_ONCE = 500;

  /** After this time a page ends, even if it has fewer users than its limit. */
  private static final Duration SEARCH = Duration.ofSeconds(2);

  private final DirectoryAccess directory;

  UserListRoutes(DirectoryAccess directory) {
    this.directory = directory;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    new ApiEndpoints(routes, directory.tokens()).get("/users", Scope.USERS_READ, this::list);
  }

  private void list(Context context, Caller caller) throws ApiProblem, IOException {
    QueryParameters query = QueryParameters.of(context, UserParameters.NAMES);
    OptionalLong limit = query.whole("limit", 1, Long.MAX_VALUE);
    context.header("Vary", "Accept");
    UserFilter filter;
    UserCursor after;
    try (Session session = directory.database().openReading()) {
      UserParameters parameters = new UserParameters(query, session, caller);
      filter = parameters.filter();
      after = parameters.after();
      if (!JsonAnswer.wantsLines(context)) {
        page(context, new Documents(session), filter, after, pageSize(limit));
        return;
      }
    }
    stream(context, filter, after, limit.orElse(Long.MAX_VALUE));
  }

  private static int pageSize(OptionalLong limit) throws ApiProblem {
    if (limit.orElse(LIMIT) > LIMIT_MAX) {
      throw QueryParameters.invalid(
          "limit is at most " + LIMIT_MAX + " in JSON; NDJSON has no such limit.");
    }
    return (int) limit.orElse(LIMIT);
  }

  /** Answers with a page. */
  private static void page(
      Context context, Documents documents, UserFilter filter, UserCursor after, int limit) {
    List<Value> users = new ArrayList<>();
    Optional<UserCursor> next = Optional.of(after);
    long start = System.nanoTime();
    do {
      UserPage page = documents.page(filter, next.get(), limit - users.size());
      page.users().forEach(user -> users.add(documents.of(user)));
      next = page.next();
    } while (next.isPresent()
        && users.size() < limit
        && System.nanoTime() - start < SEARCH.toNanos());
    JsonAnswer.page(context, "users", users, next.map(documents::cursor).orElse(Value.NULL));
  }

  /**
   * Answers with all users, one a line. Writes without a session, because clients may read slowly
   * and sessions are few.
   */
  private void stream(Context context, UserFilter filter, UserCursor after, long limit)
      throws IOException {
    context.contentType(JsonAnswer.LINES_TYPE);
    Writer out =
        new BufferedWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
    Optional<UserCursor> next = Optional.of(after);
    long left = limit;
    while (left > 0 && next.isPresent()) {
      List<Struct> users;
      try (Session session = directory.database().openReading()) {
        Documents documents = new Documents(session);
        UserPage page = documents.page(filter, next.get(), (int) Math.min(STREAMED_AT_ONCE, left));
        users = page.users().stream().map(documents::of).toList();
        next = page.next();
      }
      for (Struct user : users) {
        out.write(JsonText.of(user));
        out.write('\n');
      }
      left -= users.size();
    }
    out.flush();
  }

  /** Users of a session, as documents. */
  private static final class Documents {

    private final Session session;
    private final Map<Integer, String> realms;

    Documents(Session session) {
      this.session = session;
      this.realms =
          session.catalogs().realms().stream()
              .collect(Collectors.toMap(Realm::number, Realm::name));
    }

    UserPage page(UserFilter filter, UserCursor after, int limit) {
      return session.users().page(filter, after, limit);
    }

    Struct of(User user) {
      String realm =
          realms.computeIfAbsent(
              user.realm(), number -> session.catalogs().realmName(number).orElseThrow());
      return UserDocument.of(user, realm, session.users().ids());
    }

    Value cursor(UserCursor next) {
      return Value.of(session.users().ids().show(next.number()));
    }
  }
}
