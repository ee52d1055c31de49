package dev.muster.app.store;

import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.ExternalId;
import dev.muster.user.Mfa;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The JSON document in which a user's row keeps what has no column of its own. Members that would
 * be empty or false are left out:
 *
 * <pre>{"attributes":{},"custom_attributes":{},"roles":[],"groups":[],"external_ids":["SOURCE:ID"],
 *  "valid_from":"","valid_until":"","password_reset_required":true,"registration_due":true,
 *  "mfa":{"email":"","phone_number":"","password":"{scheme}hash","totp":""},
 *  "verified_attributes":[]}</pre>
 */
final class ProfileText {

  private ProfileText() {}

  static String of(Account account) {
    Struct.Builder profile = new Struct.Builder();
    if (!account.attributes().isEmpty()) {
      profile.append("attributes", account.attributes());
    }
    if (!account.customAttributes().isEmpty()) {
      profile.append("custom_attributes", account.customAttributes());
    }
    names(profile, "roles", account.roles());
    names(profile, "groups", account.groups());
    names(
        profile,
        "external_ids",
        account.externalIds().stream().map(id -> id.source() + ":" + id.id()).toList());
    text(profile, "valid_from", time(account.validFrom()));
    text(profile, "valid_until", time(account.validUntil()));
    flag(profile, "password_reset_required", account.passwordResetRequired());
    flag(profile, "registration_due", account.registrationDue());
    if (!account.mfa().equals(Mfa.NONE)) {
      profile.append("mfa", mfa(account.mfa()));
    }
    names(profile, "verified_attributes", account.verifiedAttributes());
    return JsonText.of(profile.build());
  }

  /** Puts a document's contents into an account. */
  static void restore(String text, AccountEditor account) {
    Struct profile = (Struct) StoredJson.parse(text);
    account.attributes(struct(profile, "attributes"), struct(profile, "custom_attributes"));
    account.roles(names(profile, "roles"));
    account.groups(names(profile, "groups"));
    for (String id : names(profile, "external_ids")) {
      int colon = id.indexOf(':');
      account.addExternalId(new ExternalId(id.substring(0, colon), id.substring(colon + 1)));
    }
    account.validPeriod(instant(profile.text("valid_from")), instant(profile.text("valid_until")));
    account.passwordResetRequired(profile.has("password_reset_required"));
    account.registrationDue(profile.has("registration_due"));
    if (profile.get("mfa") instanceof Struct mfa) {
      account.mfa(
          new Mfa(
              mfa.text("email"),
              mfa.text("phone_number"),
              hash(mfa.text("password")),
              mfa.text("totp")));
    }
    account.verifiedAttributes(names(profile, "verified_attributes"));
  }

  /** A hash as one text, its scheme in braces before it. */
  static @Nullable String hashText(@Nullable EncodedHash hash) {
    return hash == null ? null : "{" + hash.scheme() + "}" + hash.encoded();
  }

  static @Nullable EncodedHash hash(@Nullable String text) {
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
    return out.build();
  }

  private static void names(Struct.Builder out, String name, List<String> names) {
    if (!names.isEmpty()) {
      out.append(name, new Value.Array(names.stream().map(Value::of).toList()));
    }
  }

  private static void text(Struct.Builder out, String name, @Nullable String text) {
    if (text != null) {
      out.append(name, Value.of(text));
    }
  }

  private static void flag(Struct.Builder out, String name, boolean flag) {
    if (flag) {
      out.append(name, Value.TRUE);
    }
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
}
