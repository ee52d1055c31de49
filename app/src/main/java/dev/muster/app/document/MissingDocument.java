package dev.muster.app.document;

import dev.muster.app.job.Job;
import dev.muster.app.job.missing.MissingLog;
import dev.muster.app.job.missing.MissingResult;
import dev.muster.app.job.missing.MissingUser;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserIds;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The users who are missing from an import's input, as a JSON object. */
public final class MissingDocument {

  /** How many users the object names. */
  private static final int NAMED = 100;

  private static final int AT_ONCE = 1000;

  private MissingDocument() {}

  /** The object; empty if the import did not look for missing users, or has not ended. */
  public static Optional<Struct> of(Job job, Session store) {
    if (job.options().missing().isEmpty()) {
      return Optional.empty(); // without a query
    }
    MissingLog log = store.jobs().missing();
    return log.find(job.number())
        .map(result -> of(result, log.users(job.number(), 0, NAMED), store.users().ids()));
  }

  /** The object without the users; empty as that of {@link #of}. */
  public static Optional<Struct> counts(Job job, Session store) {
    return job.options().missing().isEmpty()
        ? Optional.empty() // without a query
        : store.jobs().missing().find(job.number()).map(MissingResult::toStruct);
  }

  private static Struct of(MissingResult result, List<MissingUser> first, UserIds ids) {
    Struct.Builder out = result.toStruct().edit();
    return out.append(
            "users",
            new Value.Array(first.stream().<Value>map(user -> user(user, ids).build()).toList()))
        .build();
  }

  /** A user as an object. */
  public static Struct.Builder user(MissingUser user, UserIds ids) {
    return new Struct.Builder()
        .append("user_id", Value.of(ids.show(user.number())))
        .append("login", user.login().isEmpty() ? Value.NULL : Value.of(user.login()));
  }

  /** Passes all missing users of an import that are stored by name. */
  public static void each(Job job, MissingLog log, Consumer<MissingUser> reader) {
    long after = 0;
    List<MissingUser> some = List.of();
    do {
      some = log.users(job.number(), after, AT_ONCE);
      some.forEach(reader);
      after = some.isEmpty() ? after : some.get(some.size() - 1).number();
    } while (some.size() == AT_ONCE);
  }
}
