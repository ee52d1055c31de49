package dev.muster.profile.auth0;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Records of Auth0's exports, as records of an import. Exports are NDJSON, so this concerns lines
 * only; an array must fit the schema of imports. There are three kinds of exports: of the job API,
 * whose properties are those of profiles; of the extension, with headings such as {@code Email
 * Verified}; and of the support, with {@code _id} and {@code passwordHash}.
 *
 * <p>Properties of profiles that no import has are ignored, and so is every null.
 */
public final class ExportedRow {

  /** Other names of properties. */
  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("Id", "user_id"),
          Map.entry("Email", "email"),
          Map.entry("Email Verified", "email_verified"),
          Map.entry("Phone Number", "phone_number"),
          Map.entry("Phone Verified", "phone_verified"),
          Map.entry("Username", "username"),
          Map.entry("Given Name", "given_name"),
          Map.entry("Family Name", "family_name"),
          Map.entry("Name", "name"),
          Map.entry("Nickname", "nickname"),
          Map.entry("Picture", "picture"),
          Map.entry("Blocked", "blocked"),
          Map.entry("passwordHash", "password_hash"));

  /** Properties without a meaning for imports. */
  private static final Set<String> IGNORED =
      Set.of(
          "Connection",
          "Created At",
          "Updated At",
          "Last IP",
          "Last Login",
          "Logins Count",
          "_tmp_is_unique",
          "connection",
          "created_at",
          "email_lower",
          "identities",
          "last_ip",
          "last_login",
          "last_password_reset",
          "logins_count",
          "multifactor",
          "multifactor_last_modified",
          "password_set_date",
          "tenant",
          "updated_at",
          "version");

  private static final String OBJECT_ID = "_id";

  private static final Set<String> OWN =
      Stream.of(RENAMED.keySet(), IGNORED, Set.of(OBJECT_ID))
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  private ExportedRow() {}

  /** Whether a property, by its name, makes a record one of an export. */
  public static boolean isOwn(String name) {
    return OWN.contains(name);
  }

  /** The record of an import; the same record if it has only properties of imports. */
  public static Struct converted(Struct record) {
    boolean plain = true;
    for (int i = 0; i < record.size() && plain; i++) {
      plain = !isOwn(record.nameAt(i)) && !(record.valueAt(i) instanceof Value.Null);
    }
    if (plain) {
      return record;
    }
    Struct.Builder converted = new Struct.Builder();
    for (int i = 0; i < record.size(); i++) {
      String name = name(record.nameAt(i));
      Value value = name == null ? null : value(record.nameAt(i), record.valueAt(i));
      if (name != null && value != null && !converted.has(name)) {
        converted.append(name, value);
      }
    }
    return converted.build();
  }

  private static @Nullable String name(String exported) {
    if (exported.equals(OBJECT_ID)) {
      return "user_id";
    }
    return IGNORED.contains(exported) ? null : RENAMED.getOrDefault(exported, exported);
  }

  /** The value without the wrapper of MongoDB: {@code {"$oid": "5f7c8ec7"}} is an id. */
  private static @Nullable Value value(String exported, Value value) {
    if (exported.equals(OBJECT_ID) && value instanceof Struct wrapper && wrapper.has("$oid")) {
      return wrapper.get("$oid");
    }
    return value instanceof Value.Null ? null : value;
  }
}
