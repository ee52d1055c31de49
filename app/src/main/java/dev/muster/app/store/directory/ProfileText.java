package dev.muster.app.store.directory;

import dev.muster.app.json.JsonBytes;
import dev.muster.app.json.StoredJson;
import dev.muster.password.EncodedHash;
import dev.muster.password.ReplacedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.ExternalId;
import dev.muster.user.GroupId;
import dev.muster.user.Mfa;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON document in a user's row, with all parts of an account that have no column. Members that
 * would be empty or false are left out:
 *
 * <pre>{"attributes":{},"custom_attributes":{},"roles":[],"groups":[],
 *  "service_groups":[["SERVICE","NAME"]],"external_ids":["SOURCE:ID"],
 *  "valid_from":"","valid_until":"","password_reset_required":true,"registration_due":true,
 *  "replaced_hash":"DIGEST",
 *  "mfa":{"email":"","phone_number":"","password":"{scheme}hash","totp":"",
 *   "further":[["KIND","VALUE"]]},
 *  "verified_attributes":[]}</pre>
 */
public final class ProfileText {

  /** A size in bytes that most documents don't exceed. */
  private static final int ROOM = 1000;

  private ProfileText() {}

  /** A reusable buffer for one document. */
  public static JsonBytes room() {
    return new JsonBytes(ROOM);
  }

  /** Overwrites {@code room} with an account's document, and returns it. */
  // Called for every user of an import, so it builds no intermediate tree of values.
  public static JsonBytes write(Account account, JsonBytes room) {
    JsonBytes out = room.clear().raw('{');
    struct(out, "attributes", account.attributes());
    struct(out, "custom_attributes", account.customAttributes());
    names(out, "roles", account.roles());
    names(out, "groups", account.groups());
    groups(out, account.serviceGroups());
    if (!account.externalIds().isEmpty()) {
      List<String> ids = new ArrayList<>(account.externalIds().size());
      account.externalIds().forEach(id -> ids.add(id.source() + ":" + id.id()));
      names(out, "external_ids", ids);
    }
    text(out, "valid_from", time(account.validFrom()));
    text(out, "valid_until", time(account.validUntil()));
    flag(out, "password_reset_required", account.passwordResetRequired());
    flag(out, "registration_due", account.registrationDue());
    ReplacedHash replaced = account.replacedHash();
    text(out, "replaced_hash", replaced == null ? null : replaced.digest());
    if (!account.mfa().equals(Mfa.NONE)) {
      struct(out, "mfa", mfa(account.mfa()));
    }
    names(out, "verified_attributes", account.verifiedAttributes());
    return out.raw('}');
  }

  /** Sets the parts of an account from a document; the password has to be set before. */
  static void restore(String text, AccountEditor account) {
    Struct profile = (Struct) StoredJson.parse(text);
    account.attributes(struct(profile, "attributes"), struct(profile, "custom_attributes"));
    account.roles(names(profile, "roles"));
    account.groups(names(profile, "groups"));
    account.serviceGroups(groups(profile));
    for (String id : names(profile, "external_ids")) {
      int colon = id.indexOf(':');
      account.addExternalId(new ExternalId(id.substring(0, colon), id.substring(colon + 1)));
    }
    account.validPeriod(instant(profile.text("valid_from")), instant(profile.text("valid_until")));
    account.passwordResetRequired(profile.has("password_reset_required"));
    account.registrationDue(profile.has("registration_due"));
    String replaced = profile.text("replaced_hash");
    if (replaced != null) {
      account.reencoded(account.password(), new ReplacedHash(replaced));
    }
    if (profile.get("mfa") instanceof Struct mfa) {
      account.mfa(
          new Mfa(
              mfa.text("email"),
              mfa.text("phone_number"),
              hash(mfa.text("password")),
              mfa.text("totp"),
              FactorsText.read(mfa.get("further"))));
    }
    account.verifiedAttributes(names(profile, "verified_attributes"));
  }

  /**
   * A substring of the document of every direct member of a group, and of hardly any other
   * document.
   */
  static String trace(GroupId group) {
    JsonBytes out = room();
    if (group.service() == null) {
      out.text(group.name());
    } else {
      pair(out, group);
    }
    return out.toString();
  }

  /** A substring of the document of every member of any group of a service. */
  static String traceOfService(String service) {
    return room().raw('[').text(service).raw(',').toString();
  }

  /** A hash as text: its scheme in braces, then the encoded hash. Null for null. */
  public static @Nullable String hashText(@Nullable EncodedHash hash) {
    return hash == null ? null : "{" + hash.scheme() + "}" + hash.encoded();
  }

  public static @Nullable EncodedHash hash(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int end = text.indexOf('}');
    return new EncodedHash(text.substring(1, end), text.substring(end + 1));
  }

  private static Struct mfa(Mfa mfa) {
    Struct.Builder out = new Struct.Builder();
    text(out, "email", mfa.email());
    text(out, "phone_number", mfa.phoneNumber());
    text(out, "password", hashText(mfa.password()));
    text(out, "totp", mfa.totpSecret());
    if (!mfa.further().isEmpty()) {
      out.append("further", FactorsText.write(mfa.further()));
    }
    return out.build();
  }

  private static void text(Struct.Builder out, String name, @Nullable String text) {
    if (text != null) {
      out.append(name, Value.of(text));
    }
  }

  private static void struct(JsonBytes out, String name, Struct struct) {
    if (!struct.isEmpty()) {
      member(out, name).value(struct);
    }
  }

  private static void names(JsonBytes out, String name, List<String> names) {
    if (!names.isEmpty()) {
      member(out, name);
      for (int i = 0; i < names.size(); i++) {
        out.raw(i == 0 ? '[' : ',').text(names.get(i));
      }
      out.raw(']');
    }
  }

  private static void groups(JsonBytes out, List<GroupId> groups) {
    if (!groups.isEmpty()) {
      member(out, "service_groups");
      for (int i = 0; i < groups.size(); i++) {
        pair(out.raw(i == 0 ? '[' : ','), groups.get(i));
      }
      out.raw(']');
    }
  }

  private static void pair(JsonBytes out, GroupId group) {
    out.raw('[').text(String.valueOf(group.service())).raw(',').text(group.name()).raw(']');
  }

  private static void text(JsonBytes out, String name, @Nullable String text) {
    if (text != null) {
      member(out, name).text(text);
    }
  }

  private static void flag(JsonBytes out, String name, boolean flag) {
    if (flag) {
      member(out, name).raw("true");
    }
  }

  private static JsonBytes member(JsonBytes out, String name) {
    if (out.size() > 1) {
      out.raw(',');
    }
    return out.raw('"').raw(name).raw("\":");
  }

  private static @Nullable String time(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instant.parse(text);
  }

  private static Struct struct(Struct profile, String name) {
    return profile.get(name) instanceof Struct struct ? struct : Struct.EMPTY;
  }

  private static List<String> names(Struct profile, String name) {
    if (!(profile.get(name) instanceof Value.Array array)) {
      return List.of();
    }
    List<String> names = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      names.add(((Value.Text) item).text());
    }
    return names;
  }

  private static List<GroupId> groups(Struct profile) {
    if (!(profile.get("service_groups") instanceof Value.Array array)) {
      return List.of();
    }
    List<GroupId> groups = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      List<Value> pair = ((Value.Array) item).items();
      groups.add(new GroupId(((Value.Text) pair.get(0)).text(), ((Value.Text) pair.get(1)).text()));
    }
    return groups;
  }
}
