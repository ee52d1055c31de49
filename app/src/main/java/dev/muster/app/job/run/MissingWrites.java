package dev.muster.app.job.run;

import dev.muster.app.job.Job;
import dev.muster.app.job.missing.MissingAction;
import dev.muster.app.journal.JournalAction;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserIds;
import dev.muster.apply.Directory;
import dev.muster.match.UserChange;
import dev.muster.user.AccountEditor;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Disables or deletes users who are missing from an import's input, in the import's transaction.
 * Each has an entry in the journal.
 */
final class MissingWrites {

  private final Session store;
  private final Job job;
  private final Directory directory;
  private final UserIds ids;

  MissingWrites(Session store, Job job, Directory directory) {
    this.store = store;
    this.job = job;
    this.directory = directory;
    this.ids = store.users().ids();
  }

  /** Disables or deletes users that were just loaded. */
  void carryOut(MissingAction action, List<User> users) {
    switch (action) {
      case REPORT -> {}
      case DISABLE -> disable(users);
      case DELETE -> delete(users);
    }
  }

  private void disable(List<User> users) {
    List<User> enabled = users.stream().filter(user -> !user.account().disabled()).toList();
    directory.apply(enabled.stream().map(this::disabled).toList());
    enabled.forEach(user -> tell(JournalAction.USER_DISABLED, user));
  }

  private UserChange disabled(User user) {
    AccountEditor edit = new AccountEditor(user.account());
    edit.disabled(true);
    return new UserChange(user, user.with(edit.account(), job.createdAt()));
  }

  private void delete(List<User> users) {
    for (User user : users) {
      if (store.userWrites().delete(user.id(), job.createdAt())) {
        tell(JournalAction.USER_DELETED, user);
      }
    }
  }

  private void tell(JournalAction action, User user) {
    Struct detail =
        new Struct.Builder()
            .append("realm", Value.of(job.realm()))
            .append("reason", Value.of("missing from the input of the import"))
            .build();
    store
        .journal()
        .add(
            job.createdAt(),
            job.provenance().actor(),
            action,
            ids.show(user.id()),
            Optional.of(job.id()),
            detail);
  }
}
