package dev.muster.app.format.restauth;

import dev.muster.app.format.SlowPreparation;
import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.match.DirectoryView;
import dev.muster.password.EncodedHash;
import dev.muster.password.PasswordMaker;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Prepared;
import dev.muster.profile.restauth.PasswordWish;
import dev.muster.user.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hashes the plain-text passwords of a document's users.
 *
 * @param records how many of them the survey counted
 */
record RestAuthPasswords(PasswordMaker passwords, long records) implements SlowPreparation {

  @Override
  public int atOnce() {
    return passwords.atOnce();
  }

  @Override
  public List<Candidate> needed(List<Prepared> records, Directory directory) {
    List<Candidate> unhashed = new ArrayList<>();
    Set<Key> names = new HashSet<>();
    for (Prepared record : records) {
      if (record instanceof Prepared.Ready ready
          && PasswordWish.of(ready.candidate()).unhashed().isPresent()) {
        unhashed.add(ready.candidate());
        names.add(ready.candidate().identity());
      }
    }
    if (unhashed.isEmpty()) {
      return List.of();
    }
    DirectoryView view = directory.load(new ChunkQuery(names, names, Set.of(), Set.of()));
    return unhashed.stream()
        .filter(user -> PasswordWish.of(user).appliesTo(view.owners(user.identity()).isEmpty()))
        .toList();
  }

  @Override
  public EncodedHash hash(Candidate candidate) {
    return passwords.hash(PasswordWish.of(candidate).unhashed().orElseThrow());
  }

  @Override
  public Candidate withHash(Candidate candidate, EncodedHash hash) {
    return PasswordWish.withHash(candidate, hash);
  }
}
