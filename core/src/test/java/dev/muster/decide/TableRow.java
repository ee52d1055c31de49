package dev.muster.decide;

import dev.muster.match.RepeatLedger;
import dev.muster.prepare.Candidate;
import dev.muster.prepare.Claim;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.read.Position;
import dev.muster.user.AccountEditor;
import dev.muster.user.ExternalId;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of decisions.txt, which explains its words.
 *
 * @param line 1-based line of the file
 */
record TableRow(
    int line,
    String record,
    String fileBefore,
    String directory,
    String policy,
    String decision,
    String problems) {

  static final long NEW_USER = 9;
  static final Instant THEN = Instant.ofEpochSecond(1);
  static final Instant NOW = Instant.ofEpochSecond(2);

  static TableRow of(int line, String text) {
    String[] cells = text.split("\\|", -1);
    if (cells.length != 6) {
      throw new IllegalArgumentException("line " + line + " has " + cells.length + " cells");
    }
    Arrays.setAll(cells, i -> cells[i].strip());
    return new TableRow(line, cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
  }

  @Override
  public String toString() {
    return String.join(" | ", record, fileBefore, directory, policy, decision, problems);
  }

  Candidate candidate() {
    Key identity = key(record.split(" ", -1)[0]);
    String exactly = null;
    List<Wish> wishes = new ArrayList<>();
    List<Key> loginKeys = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    List<Wish> wishesOnRepeat = null;
    List<Key> further = new ArrayList<>();
    for (String word : record.split(" +", -1)) {
      int colon = word.indexOf(':');
      String rest = word.substring(colon + 1);
      switch (colon < 0 ? word : word.substring(0, colon)) {
        case "refused" -> wishes.add(TableRow::refuse);
        case "exactly" -> exactly = record.substring(record.indexOf('=') + 1).split(" ", -1)[0];
        case "role-row" -> wishesOnRepeat = List.of(draft -> draft.account().roles(List.of(rest)));
        case "also" -> further.add(key(rest));
        case "own" -> claims.add(claim(rest, UniqueScope.REALM, true, false));
        case "create-only" -> claims.add(claim(rest, UniqueScope.REALM, false, false));
        case "file" -> claims.add(claim(rest, UniqueScope.NONE, false, true));
        default -> {
          wishes.add(draft -> put(draft.account(), word));
          loginKeys.add(key(word));
        }
      }
    }
    Position position = new Position(0, 9);
    return new Candidate(position, identity, exactly, wishes, loginKeys, claims, wishesOnRepeat)
        .alsoIdentifiedBy(further);
  }

  private static boolean refuse(dev.muster.prepare.Draft draft) {
    draft.refuse(Problem.of(ProblemCode.ROLE_UNKNOWN_KEYS, "refused"));
    return false;
  }

  private static Claim claim(String word, UniqueScope within, boolean updating, boolean inFile) {
    return new Claim(key(word), within, updating, inFile, label(word), Problem.NO_COLUMN);
  }

  RepeatLedger ledger() {
    Map<Key, RepeatLedger.Entry> earlier = new HashMap<>();
    for (String entry : parts(fileBefore, ",")) {
      String[] words = entry.split(" ", -1);
      earlier.put(
          key(words[0]),
          new RepeatLedger.Entry(Long.parseLong(words[1]), Long.parseLong(words[2].substring(1))));
    }
    return new RepeatLedger(key -> true, earlier);
  }

  List<User> users() {
    List<User> users = new ArrayList<>();
    for (String user : parts(directory, ";")) {
      AccountEditor account = new AccountEditor(null);
      List<String> words = new ArrayList<>(List.of(user.split(" +", -1)));
      long id = Long.parseLong(words.remove(0).substring(1));
      int realm = words.remove("(2)") ? 2 : 1;
      words.forEach(word -> put(account, word));
      users.add(new User(id, realm, account.account(), THEN, THEN));
    }
    return users;
  }

  Realm realm() {
    Map<LoginIdKind, UniqueScope> scopes = new EnumMap<>(LoginIdKind.class);
    for (LoginIdKind kind : LoginIdKind.values()) {
      UniqueScope scope = UniqueScope.REALM;
      for (UniqueScope said : UniqueScope.values()) {
        scope = policy.contains(kind.wireName() + ":" + said.wireName()) ? said : scope;
      }
      scopes.put(kind, scope);
    }
    return new Realm(1, Realm.DEFAULT, scopes, Map.of());
  }

  OnMatch onMatch() {
    return policy.startsWith("skip") ? OnMatch.SKIP : OnMatch.UPDATE;
  }

  private static boolean put(AccountEditor account, String word) {
    String value = word.substring(word.indexOf('=') + 1);
    return switch (name(word)) {
      case "name" -> account.attribute("name", Value.of(value));
      case "role" -> account.roles(List.of(value));
      case "id" -> account.addExternalId(new ExternalId("ldap", value));
      default -> account.loginId(kind(word), LoginId.of(kind(word), value));
    };
  }

  private static Key key(String word) {
    String value = word.substring(word.indexOf('=') + 1);
    return switch (name(word)) {
      case "name" -> Key.ofAttribute("attributes.name", value);
      case "id" -> new ExternalId("ldap", value).key();
      default -> LoginId.of(kind(word), value).key();
    };
  }

  private static String label(String word) {
    return name(word).equals("name") ? "name" : kind(word).wireName();
  }

  private static String name(String word) {
    return word.substring(0, word.indexOf('='));
  }

  private static LoginIdKind kind(String word) {
    return switch (name(word)) {
      case "email" -> LoginIdKind.EMAIL;
      case "username" -> LoginIdKind.USERNAME;
      case "phone" -> LoginIdKind.PHONE_NUMBER;
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static List<String> parts(String cell, String separator) {
    return cell.isEmpty()
        ? List.of()
        : Arrays.stream(cell.split(separator, -1)).map(String::strip).toList();
  }
}
