package dev.muster;

import dev.muster.decide.Conflict;
import dev.muster.decide.OnMatch;
import dev.muster.decide.Policy;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Draft;
import dev.muster.prepare.Prepared;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.user.AccountEditor;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Records and users made by chance, who get in each other's way now and then. */
final class People {

  private final Random random;
  private final boolean quarrelsome;
  private final boolean claiming;
  private final boolean severalKeys;

  /**
   * People by one source of chance.
   *
   * @param quarrelsome whether two records may be about one person, and want what others have
   * @param claiming whether no two records of a file may have a login id
   */
  People(Random random, boolean quarrelsome, boolean claiming) {
    this(random, quarrelsome, claiming, false);
  }

  /** People some of whose records may find their users by any of their login ids. */
  static People ofSeveralKeys(Random random, boolean quarrelsome, boolean claiming) {
    return new People(random, quarrelsome, claiming, true);
  }

  private People(Random random, boolean quarrelsome, boolean claiming, boolean severalKeys) {
    this.random = random;
    this.quarrelsome = quarrelsome;
    this.claiming = claiming;
    this.severalKeys = severalKeys;
  }

  /** A file of prepared records. */
  List<Prepared> file(int records) {
    List<Prepared> file = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      file.add(record(new Position(i, i + 2L), quarrelsome ? random.nextInt(records) : i));
    }
    return file;
  }

  private Prepared record(Position position, int person) {
    if (random.nextInt(12) == 0) {
      return new Prepared.Invalid(position, List.of(problem("invalid")));
    }
    List<Wish> wishes = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    Key identity = wish(LoginIdKind.EMAIL, person, wishes, keys);
    if (random.nextBoolean()) {
      wish(LoginIdKind.USERNAME, somebody(person), wishes, keys);
    }
    if (random.nextInt(4) == 0) {
      wish(LoginIdKind.PHONE_NUMBER, somebody(person), wishes, keys);
    }
    if (random.nextInt(8) == 0) {
      wishes.add(new Setting(account -> account.loginId(LoginIdKind.USERNAME, null)));
    }
    Value name = Value.of("name" + random.nextInt(3));
    wishes.add(new Setting(account -> account.attribute("name", name)));
    if (random.nextInt(10) == 0) {
      wishes.add(People::refuse);
    }
    List<Claim> claims = claiming ? keys.stream().map(People::inFile).toList() : List.of();
    Candidate candidate = new Candidate(position, identity, null, wishes, keys, claims, null);
    return new Prepared.Ready(
        severalKeys && random.nextInt(3) > 0
            ? candidate.alsoIdentifiedBy(keys.subList(1, keys.size()))
            : candidate);
  }

  private int somebody(int person) {
    return quarrelsome ? random.nextInt(person + 3) : person;
  }

  private static Key wish(LoginIdKind kind, int person, List<Wish> wishes, List<Key> keys) {
    LoginId id = LoginId.of(kind, kind.wireName() + person);
    wishes.add(new Setting(account -> account.loginId(kind, id)));
    keys.add(id.key());
    return id.key();
  }

  /** A wish that changes nothing the second time. */
  private record Setting(Predicate<AccountEditor> change) implements Wish {

    @Override
    public boolean grant(Draft draft) {
      return change.test(draft.account());
    }

    @Override
    public boolean idempotent() {
      return true;
    }
  }

  private static boolean refuse(Draft draft) {
    draft.refuse(problem("refused"));
    return false;
  }

  private static Claim inFile(Key key) {
    return new Claim(key, UniqueScope.NONE, false, true, key.text(), Problem.NO_COLUMN);
  }

  private static Problem problem(String message) {
    return Problem.of(ProblemCode.DATA_ERROR, message);
  }

  /** Users who exist are updated. */
  static final Policy UPDATE =
      new Policy() {
        @Override
        public OnMatch onMatch() {
          return OnMatch.UPDATE;
        }

        @Override
        public String skipWarning() {
          return "left alone";
        }

        @Override
        public List<Problem> taken(List<Conflict> conflicts) {
          return conflicts.stream()
              .map(conflict -> problem(conflict.label() + " taken, line " + conflict.firstLine()))
              .toList();
        }

        @Override
        public Problem disputed(int userCount) {
          return problem("fits " + userCount);
        }
      };
}
