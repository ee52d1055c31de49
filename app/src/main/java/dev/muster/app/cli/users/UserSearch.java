package dev.muster.app.cli.users;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.text.Numbers;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.app.store.UserPage;
import dev.muster.app.store.Users;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.User;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes the users that match a filter to a command, page by page. */
final class UserSearch {

  private static final int USERS_AT_ONCE = 500;

  /** So many unindexed users are compared one by one; more are indexed first. */
  private static final long UNINDEXED_MAX = 2_000;

  /** Indexing so many users takes long enough to say so. */
  private static final long UNINDEXED_SILENT = 200_000;

  private final CliSession session;
  private final Users users;
  private final Database database;

  UserSearch(CliSession session) throws SettingsProblem, UsageProblem {
    this.session = session;
    this.users = session.storeToRead().users();
    this.database = session.application().database();
  }

  /**
   * Passes at most {@code limit} users to {@code reader}.
   *
   * @param after only users after this place
   */
  void each(UserFilter filter, UserCursor after, long limit, Consumer<User> reader) {
    if (filter.needsIndex()) {
      index();
    }
    long left = limit;
    Optional<UserCursor> at = Optional.of(after);
    while (left > 0 && at.isPresent()) {
      UserPage page = users.page(filter, at.get(), (int) Math.min(USERS_AT_ONCE, left));
      page.users().forEach(reader);
      left -= page.users().size();
      at = page.next();
    }
  }

  /** Indexes the users that are not indexed now; not those of imports that go on meanwhile. */
  private void index() {
    long pending = users.unindexed();
    if (pending <= UNINDEXED_MAX) {
      return;
    }
    if (pending > UNINDEXED_SILENT) {
      session.say("indexing " + Numbers.grouped(pending) + " users for searches, once");
    }
    try (Session writer = database.open()) {
      boolean more = true;
      for (long portions = pending / UNINDEXED_MAX; portions > 0 && more; portions--) {
        more = writer.users().indexPortion();
      }
    } catch (StoreUnavailable e) {
      if (e.kind() == StoreUnavailable.Kind.AWAY) {
        throw e;
      }
      // without the right to write, users are compared one by one
    }
  }
}
