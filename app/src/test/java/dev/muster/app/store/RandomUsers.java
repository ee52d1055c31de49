package dev.muster.app.store;

import dev.muster.password.EncodedHash;
import dev.muster.password.ReplacedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.ExternalId;
import dev.muster.user.GroupId;
import dev.muster.user.LoginId;
import dev.muster.user.LoginIdKind;
import dev.muster.user.Mfa;
import dev.muster.user.Realm;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Users for tests: written down, or made by chance. */
public final class RandomUsers {

  private static final String[] TEXTS = {
    "", "a", "ß", "日本", "\uD83D\uDE00", "\"\\\n\t", "{x}:y", "'; --", "\u0001", "null", " "
  };

  private RandomUsers() {}

  /**
   * A user by words such as {@code email=a}, {@code id=7}, {@code name=n}, {@code badge=b}, {@code
   * group=g}, {@code group=SERVICE/g}.
   */
  static User user(long id, int realm, String... words) {
    AccountEditor account = new AccountEditor(null);
    List<String> groups = new ArrayList<>();
    for (String word : words) {
      String value = word.substring(word.indexOf('=') + 1);
      switch (word.substring(0, word.indexOf('='))) {
        case "email" -> set(account, LoginIdKind.EMAIL, value);
        case "username" -> set(account, LoginIdKind.USERNAME, value);
        case "phone" -> set(account, LoginIdKind.PHONE_NUMBER, value);
        case "id" -> account.addExternalId(new ExternalId("ldap", value));
        case "group" -> {
          int slash = value.indexOf('/');
          if (slash < 0) {
            groups.add(value);
          } else {
            account.addServiceGroup(
                new GroupId(value.substring(0, slash), value.substring(slash + 1)));
          }
        }
        case "name" -> account.attribute("name", Value.of(value));
        case "badge" -> account.customAttribute("badge", Value.of(value));
        default -> throw new IllegalArgumentException(word);
      }
    }
    account.groups(groups);
    return new User(id, realm, account.account(), Instant.EPOCH, Instant.EPOCH);
  }

  private static void set(AccountEditor account, LoginIdKind kind, String value) {
    account.loginId(kind, LoginId.of(kind, value));
  }

  /** Realm 1 with one rule for all login ids, and badges unique within the realm. */
  public static Realm realm(int number, UniqueScope scope) {
    Map<LoginIdKind, UniqueScope> scopes = new EnumMap<>(LoginIdKind.class);
    Arrays.stream(LoginIdKind.values()).forEach(kind -> scopes.put(kind, scope));
    return new Realm(
        number,
        number == 1 ? Realm.DEFAULT : "r" + number,
        scopes,
        Map.of("custom_attributes.badge", UniqueScope.REALM));
  }

  public static User random(Random random, long id) {
    return new User(
        id,
        1 + random.nextInt(3),
        account(random),
        Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)),
        Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)));
  }

  private static Account account(Random random) {
    AccountEditor account = new AccountEditor(null);
    for (LoginIdKind kind : LoginIdKind.values()) {
      if (random.nextBoolean()) {
        set(account, kind, "X" + text(random));
      }
    }
    account.verified(LoginIdKind.EMAIL, random.nextBoolean());
    account.verified(LoginIdKind.PHONE_NUMBER, random.nextBoolean());
    account.disabled(random.nextBoolean());
    account.validPeriod(instant(random), instant(random));
    account.attributes(struct(random, 2), struct(random, 4));
    account.roles(List.of(text(random), text(random)));
    account.groups(random.nextBoolean() ? List.of() : List.of(text(random)));
    for (int i = random.nextInt(3); i > 0; i--) {
      account.addServiceGroup(new GroupId(text(random), text(random)));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      account.addExternalId(new ExternalId("s" + random.nextInt(2), "i:" + text(random)));
    }
    account.password(hash(random));
    if (random.nextInt(4) == 0) {
      account.reencoded(hash(random), ReplacedHash.of(new EncodedHash("md5", text(random))));
    }
    account.passwordResetRequired(random.nextBoolean());
    account.registrationDue(random.nextBoolean());
    account.mfa(
        random.nextBoolean()
            ? Mfa.NONE
            : new Mfa(orNot(random), orNot(random), hash(random), orNot(random), factors(random)));
    account.verifiedAttributes(List.of(text(random)));
    return account.account();
  }

  private static List<Mfa.Factor> factors(Random random) {
    List<Mfa.Factor> factors = new ArrayList<>();
    for (Mfa.Kind kind : Mfa.Kind.values()) {
      if (random.nextBoolean()) {
        factors.add(new Mfa.Factor(kind, text(random)));
      }
    }
    return factors;
  }

  private static EncodedHash hash(Random random) {
    return random.nextBoolean() ? null : new EncodedHash("bcrypt", "$2b$10}{" + text(random));
  }

  private static Instant instant(Random random) {
    return random.nextBoolean()
        ? null
        : Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextInt(1_000_000_000));
  }

  private static String orNot(Random random) {
    return random.nextBoolean() ? null : text(random);
  }

  public static String text(Random random) {
    return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
  }

  public static Struct struct(Random random, int depth) {
    Struct.Builder members = new Struct.Builder();
    for (int i = random.nextInt(4); i > 0; i--) {
      members.put("m" + text(random), value(random, depth));
    }
    return members.build();
  }

  private static Value value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> Value.TRUE;
      case 1 -> Value.NULL;
      case 2 ->
          new Value.Num(
              List.of("0", "-1", "4.50", "1e3", "12345678901234567890").get(random.nextInt(5)));
      case 3, 4 -> Value.of(text(random));
      case 5 -> new Value.Array(List.of(value(random, depth - 1), value(random, depth - 1)));
      default -> struct(random, depth - 1);
    };
  }
}
