package dev.muster.app.job;

import dev.muster.apply.Directory;
import dev.muster.apply.Inquiry;
import dev.muster.match.DirectoryView;
import dev.muster.password.PasswordMaker;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import dev.muster.profile.restauth.PasswordWish;
import dev.muster.user.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * Hashes the passwords that records bring in plain, on all cores: those that will be needed by what
 * the directory holds, before the records are decided on.
 */
final class PlainPasswords {

  private final Directory directory;
  private final PasswordMaker passwords;
  private final StopSignal stop;

  PlainPasswords(Directory directory, PasswordMaker passwords, StopSignal stop) {
    this.directory = directory;
    this.passwords = passwords;
    this.stop = stop;
  }

  /** What a record of a RestAuth document asks for as its user's password. */
  static PasswordWish of(Candidate user) {
    return user.wishes().stream()
        .filter(PasswordWish.class::isInstance)
        .map(PasswordWish.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Hashes what is needed and was not hashed yet.
   *
   * @throws Stopped if the stop signal was raised
   */
  void hash(List<Prepared> records) {
    List<Candidate> slow = new ArrayList<>();
    Set<Key> names = new HashSet<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready && of(ready.candidate()).isSlow()) {
        slow.add(ready.candidate());
        names.add(ready.candidate().identity());
      }
    }
    if (slow.isEmpty()) {
      return;
    }
    DirectoryView view = directory.load(new Inquiry(names, names, Set.of(), Set.of()));
    List<Candidate> needed =
        slow.stream()
            .filter(user -> of(user).appliesTo(view.owners(user.identity()).isEmpty()))
            .toList();
    if (!needed.isEmpty()) {
      hashAll(needed);
    }
  }

  private void hashAll(List<Candidate> users) {
    ForkJoinPool pool = new ForkJoinPool(passwords.atOnce());
    try {
      pool.submit(() -> users.parallelStream().forEach(this::hash)).join();
    } finally {
      pool.shutdownNow();
    }
  }

  private void hash(Candidate user) {
    if (stop.raised()) {
      throw new Stopped();
    }
    of(user).hashAhead();
  }
}
