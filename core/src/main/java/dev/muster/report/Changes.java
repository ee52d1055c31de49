package dev.muster.report;

import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.ExternalId;
import dev.muster.user.GroupId;
import dev.muster.user.LoginId;
import dev.muster.user.Mfa;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what differs between two accounts. */
public final class Changes {

  private final List<Change> changes = new ArrayList<>();

  private Changes() {}

  /** The differences, in the order of a user's document. */
  public static List<Change> between(Account before, Account after) {
    Changes found = new Changes();
    found.note("username", loginId(before.username()), loginId(after.username()));
    found.note("email", loginId(before.email()), loginId(after.email()));
    found.note("email_verified", before.emailVerified(), after.emailVerified());
    found.note("phone_number", loginId(before.phoneNumber()), loginId(after.phoneNumber()));
    found.note("phone_number_verified", before.phoneNumberVerified(), after.phoneNumberVerified());
    found.note("disabled", before.disabled(), after.disabled());
    found.note("account_valid_from", time(before.validFrom()), time(after.validFrom()));
    found.note("account_valid_until", time(before.validUntil()), time(after.validUntil()));
    found.members("attributes.", before.attributes(), after.attributes());
    found.members("custom_attributes.", before.customAttributes(), after.customAttributes());
    found.note("roles", names(before.roles()), names(after.roles()));
    found.note("groups", names(before.groups()), names(after.groups()));
    found.note("service_groups", groups(before.serviceGroups()), groups(after.serviceGroups()));
    found.note("external_ids", ids(before.externalIds()), ids(after.externalIds()));
    found.secret("password", before.password(), after.password());
    found.note(
        "password_reset_required", before.passwordResetRequired(), after.passwordResetRequired());
    found.note("registration_due", before.registrationDue(), after.registrationDue());
    found.mfa(before.mfa(), after.mfa());
    found.note(
        "verified_attributes",
        names(before.verifiedAttributes()),
        names(after.verifiedAttributes()));
    return List.copyOf(found.changes);
  }

  private void mfa(Mfa before, Mfa after) {
    note("mfa.email", text(before.email()), text(after.email()));
    note("mfa.phone_number", text(before.phoneNumber()), text(after.phoneNumber()));
    secret("mfa.password", before.password(), after.password());
    if (!before.further().equals(after.further())) {
      changes.add(new Change("mfa.further", kinds(before), kinds(after)));
    }
    String old = before.totpSecret();
    String next = after.totpSecret();
    if (old == null ? next != null : !old.equals(next)) {
      changes.add(
          new Change(
              "mfa.totp", old == null ? null : Value.TRUE, next == null ? null : Value.TRUE));
    }
  }

  /** Further factors may be secret, so only their kinds are told. */
  private static @Nullable Value kinds(Mfa mfa) {
    return names(mfa.further().stream().map(factor -> factor.kind().wireName()).toList());
  }

  private void secret(String attribute, @Nullable EncodedHash before, @Nullable EncodedHash after) {
    if (before == null ? after != null : !before.equals(after)) {
      changes.add(new Change(attribute, scheme(before), scheme(after)));
    }
  }

  private static @Nullable Value scheme(@Nullable EncodedHash hash) {
    return hash == null ? null : Value.of(hash.scheme());
  }

  private void members(String prefix, Struct before, Struct after) {
    for (String name : before.names()) {
      note(prefix + name, before.get(name), after.get(name));
    }
    for (String name : after.names()) {
      if (!before.has(name)) {
        note(prefix + name, null, after.get(name));
      }
    }
  }

  private void note(String attribute, boolean before, boolean after) {
    if (before != after) {
      changes.add(new Change(attribute, Value.of(before), Value.of(after)));
    }
  }

  private void note(String attribute, @Nullable Value before, @Nullable Value after) {
    if (before == null ? after != null : !before.equals(after)) {
      changes.add(new Change(attribute, before, after));
    }
  }

  private static @Nullable Value loginId(@Nullable LoginId id) {
    return id == null ? null : Value.of(id.value());
  }

  private static @Nullable Value text(@Nullable String text) {
    return text == null ? null : Value.of(text);
  }

  private static @Nullable Value time(@Nullable Instant instant) {
    return instant == null ? null : Value.of(instant.toString());
  }

  private static @Nullable Value names(List<String> names) {
    return names.isEmpty() ? null : new Value.Array(names.stream().map(Value::of).toList());
  }

  private static @Nullable Value groups(List<GroupId> groups) {
    return groups.isEmpty() ? null : new Value.Array(groups.stream().map(Changes::group).toList());
  }

  private static Value group(GroupId group) {
    return new Struct.Builder()
        .append("name", Value.of(group.name()))
        .append("service", group.service() == null ? Value.NULL : Value.of(group.service()))
        .build();
  }

  private static @Nullable Value ids(List<ExternalId> ids) {
    return names(ids.stream().map(id -> id.source() + ":" + id.id()).toList());
  }
}
