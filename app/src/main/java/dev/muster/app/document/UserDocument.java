package dev.muster.app.document;

import dev.muster.app.store.UserIds;
import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.ExternalId;
import dev.muster.user.LoginId;
import dev.muster.user.Mfa;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as a JSON object, without secrets. All keys are present; absent values are null. */
public final class UserDocument {

  private UserDocument() {}

  /**
   * The document of one user.
   *
   * @param realm the name of the user's realm
   */
  public static Struct of(User user, String realm, UserIds ids) {
    Account account = user.account();
    return new Struct.Builder()
        .append("id", Value.of(ids.show(user.id())))
        .append("realm", Value.of(realm))
        .append("username", loginId(account.username()))
        .append("email", loginId(account.email()))
        .append("email_verified", Value.of(account.emailVerified()))
        .append("phone_number", loginId(account.phoneNumber()))
        .append("phone_number_verified", Value.of(account.phoneNumberVerified()))
        .append("disabled", Value.of(account.disabled()))
        .append("account_valid_from", time(account.validFrom()))
        .append("account_valid_until", time(account.validUntil()))
        .append("attributes", account.attributes())
        .append("custom_attributes", account.customAttributes())
        .append("roles", texts(account.roles()))
        .append("groups", texts(account.groups()))
        .append("external_ids", externalIds(account.externalIds()))
        .append("password", password(account.password()))
        .append("password_reset_required", Value.of(account.passwordResetRequired()))
        .append("mfa", mfa(account.mfa()))
        .append("verified_attributes", texts(account.verifiedAttributes()))
        .append("created_at", time(user.createdAt()))
        .append("updated_at", time(user.updatedAt()))
        .build();
  }

  private static Struct mfa(Mfa mfa) {
    return new Struct.Builder()
        .append("email", text(mfa.email()))
        .append("phone_number", text(mfa.phoneNumber()))
        .append("password", Value.of(mfa.password() != null))
        .append("totp", Value.of(mfa.totpSecret() != null))
        .build();
  }

  private static Value password(@Nullable EncodedHash hash) {
    return hash == null ? Value.NULL : Struct.of("scheme", Value.of(hash.scheme()));
  }

  private static Value.Array externalIds(List<ExternalId> ids) {
    List<Value> items = new ArrayList<>(ids.size());
    for (ExternalId id : ids) {
      items.add(
          new Struct.Builder()
              .append("source", Value.of(id.source()))
              .append("id", Value.of(id.id()))
              .build());
    }
    return new Value.Array(items);
  }

  private static Value.Array texts(List<String> texts) {
    return new Value.Array(texts.stream().map(Value::of).toList());
  }

  private static Value loginId(@Nullable LoginId id) {
    return id == null ? Value.NULL : Value.of(id.value());
  }

  private static Value text(@Nullable String text) {
    return text == null ? Value.NULL : Value.of(text);
  }

  /** A time in RFC 3339's format, in UTC. */
  private static Value time(@Nullable Instant instant) {
    return instant == null ? Value.NULL : Value.of(instant.toString());
  }
}
