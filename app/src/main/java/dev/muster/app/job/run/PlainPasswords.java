package dev.muster.app.job.run;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
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
import java.util.function.BooleanSupplier;

/**
 * Hashes the passwords that records bring in plain, on all cores: those that will be needed by what
 * the directory holds, before the records are decided on.
 */
final class PlainPasswords {

  private final Directory directory;
  private final PasswordMaker passwords;
  private final BooleanSupplier goesOn;

  /**
   * A way to hash.
   *
   * @param goesOn asked before each password, by several threads
   */
  PlainPasswords(Directory directory, PasswordMaker passwords, BooleanSupplier goesOn) {
    this.directory = directory;
    this.passwords = passwords;
    this.goesOn = goesOn;
  }

  /** What a record of a RestAuth document asks for as its user's password. */
  static PasswordWish of(Candidate user) {
    return user.wishes().stream()
        .filter(PasswordWish.class::isInstance)
        .map(PasswordWish.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The users whose passwords will be needed, and were not hashed yet. */
  List<Candidate> needed(List<Prepared> records) {
    List<Candidate> slow = new ArrayList<>();
    Set<Key> names = new HashSet<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready && of(ready.candidate()).isSlow()) {
        slow.add(ready.candidate());
        names.add(ready.candidate().identity());
      }
    }
    if (slow.isEmpty()) {
      return List.of();
    }
    DirectoryView view = directory.load(new ChunkQuery(names, names, Set.of(), Set.of()));
    return slow.stream()
        .filter(user -> of(user).appliesTo(view.owners(user.identity()).isEmpty()))
        .toList();
  }

  /**
   * Hashes the passwords of users.
   *
   * @throws Stopped if it is to go on no more
   */
  void hash(List<Candidate> users) {
    if (users.isEmpty()) {
      return;
    }
    ForkJoinPool pool = new ForkJoinPool(passwords.atOnce());
    try {
      pool.submit(() -> users.parallelStream().forEach(this::hash)).join();
    } finally {
      pool.shutdownNow();
    }
  }

  private void hash(Candidate user) {
    if (!goesOn.getAsBoolean()) {
      throw new Stopped();
    }
    of(user).hashAhead();
  }
}
