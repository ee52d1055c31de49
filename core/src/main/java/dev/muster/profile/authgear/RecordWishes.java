package dev.muster.profile.authgear;

import dev.muster.prepare.Patch;
import dev.muster.prepare.Wish;
import dev.muster.profile.DateSyntax;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.user.Key;
import dev.muster.user.LoginId;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the wishes of a valid record, in the order of their warnings. Belongs to one record and
 * one thread.
 */
final class RecordWishes {

  private final Struct record;
  private final PasswordTypes types;
  private final List<Wish> wishes = new ArrayList<>(16);
  private final List<Key> loginKeys = new ArrayList<>(3);
  private final Key identity;

  RecordWishes(Struct record, AuthgearIdentifier identifier, PasswordTypes types) {
    this.record = record;
    this.types = types;
    this.identity = readLoginIds(identifier);
    readVerified(AuthgearIdentifier.EMAIL);
    readVerified(AuthgearIdentifier.PHONE_NUMBER);
    readAttributes();
    readMemberships();
    readStatus();
    readPassword(PasswordWish.Place.PRIMARY, record.get("password"));
    readMfa();
  }

  /** The key of the login id that identifies the user. */
  Key identity() {
    return identity;
  }

  /** The keys of all login ids in the record. */
  List<Key> loginKeys() {
    return List.copyOf(loginKeys);
  }

  List<Wish> all() {
    return List.copyOf(wishes);
  }

  private Key readLoginIds(AuthgearIdentifier identifier) {
    Key found = null;
    for (AuthgearIdentifier field : AuthgearIdentifier.values()) {
      Value value = record.get(field.wireName());
      if (value instanceof Value.Text text) {
        LoginId loginId = field.loginId(text.text());
        Key key = loginId.key();
        loginKeys.add(key);
        found = field == identifier ? key : found;
        wishes.add(new LoginIdWish(field, field == identifier, new Patch.Set<>(loginId)));
        InvisibleCharacters.warn(wishes, field.wireName(), text.text());
      } else if (value != null) {
        wishes.add(new LoginIdWish(field, field == identifier, new Patch.Clear<>()));
      }
    }
    if (found == null) {
      throw new IllegalStateException("the schema let a record without its identifier pass");
    }
    return found;
  }

  private void readVerified(AuthgearIdentifier field) {
    if (record.get(field.wireName() + "_verified") instanceof Value.Bool mark) {
      VerifiedWish.Companion companion = VerifiedWish.Companion.of(record, field);
      wishes.add(new VerifiedWish(field, mark.flag(), companion));
    }
  }

  private void readAttributes() {
    for (String name : RecordSchema.STANDARD_ATTRIBUTES) {
      Value value = record.get(name);
      if (value != null) {
        Patch<Value> patch = isNothing(value) ? new Patch.Clear<>() : new Patch.Set<>(value);
        wishes.add(new AttributeWish(name, patch));
      }
    }
    if (record.get("custom_attributes") instanceof Struct custom && !custom.isEmpty()) {
      wishes.add(new CustomAttributesWish(custom));
    }
  }

  /**
   * Whether a value means removal: null, an empty text such as the {@code middle_name} of the
   * published sample, or an empty object such as {@code "address": {}}.
   */
  private static boolean isNothing(Value value) {
    return value instanceof Value.Null
        || (value instanceof Value.Text text && text.text().isEmpty())
        || (value instanceof Struct struct && struct.isEmpty());
  }

  private void readMemberships() {
    for (MembershipWish.Kind kind : MembershipWish.Kind.values()) {
      if (record.get(kind.wireName()) instanceof Value.Array keys) {
        wishes.add(new MembershipWish(kind, texts(keys)));
      }
    }
  }

  private static List<String> texts(Value.Array array) {
    List<String> texts = new ArrayList<>(array.items().size());
    for (Value item : array.items()) {
      if (item instanceof Value.Text text) {
        texts.add(text.text());
      }
    }
    return texts;
  }

  private void readStatus() {
    if (record.get("disabled") instanceof Value.Bool disabled) {
      wishes.add(new DisabledWish(disabled.flag()));
    }
    Instant from = instant("account_valid_from");
    Instant until = instant("account_valid_until");
    if (from != null || until != null) {
      wishes.add(new ValidityWish(from, until));
    }
  }

  private @Nullable Instant instant(String name) {
    String text = record.text(name);
    return text == null ? null : DateSyntax.instant(text);
  }

  private void readPassword(PasswordWish.Place place, @Nullable Value password) {
    if (!(password instanceof Struct struct)) {
      return;
    }
    String type = struct.text("type");
    String hash = struct.text("password_hash");
    if (type != null && hash != null) {
      boolean bcrypt = type.equals(PasswordTypes.BCRYPT);
      wishes.add(new PasswordWish(place, bcrypt, types.read(type, hash)));
    }
  }

  private void readMfa() {
    if (!(record.get("mfa") instanceof Struct mfa)) {
      return;
    }
    readSecondFactor(SecondFactorWish.Kind.EMAIL, mfa.get("email"));
    readSecondFactor(SecondFactorWish.Kind.PHONE_NUMBER, mfa.get("phone_number"));
    readPassword(PasswordWish.Place.SECOND_FACTOR, mfa.get("password"));
    String secret = mfa.get("totp") instanceof Struct totp ? totp.text("secret") : null;
    if (secret != null) {
      wishes.add(new TotpWish(secret));
    }
  }

  private void readSecondFactor(SecondFactorWish.Kind kind, @Nullable Value target) {
    if (target instanceof Value.Text text) {
      wishes.add(new SecondFactorWish(kind, new Patch.Set<>(text.text())));
    } else if (target != null) {
      wishes.add(new SecondFactorWish(kind, new Patch.Clear<>()));
    }
  }
}
