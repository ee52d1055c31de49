package dev.muster.profile.auth0;

import dev.muster.prepare.Wish;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Extracts the wishes of a valid record. Belongs to one record and one thread. */
final class RowWishes {

  private final Struct record;
  private final Auth0Options options;
  private final RowIds ids;
  private final List<Wish> wishes = new ArrayList<>(12);

  RowWishes(Struct record, RowIds ids, Auth0Options options) {
    this.record = record;
    this.ids = ids;
    this.options = options;
  }

  /** All wishes, with the one about the password. */
  List<Wish> with(PasswordWish password) {
    wishes.add(new NewUserWish(ids, flag("phone_verified"), flag("blocked")));
    if (record.has("email_verified") || !options.keepEmailVerified()) {
      wishes.add(new EmailVerifiedWish(flag("email_verified")));
    }
    RowSchema.ATTRIBUTES.forEach(this::attribute);
    metadata("app_metadata");
    metadata("user_metadata");
    if (record.get("mfa_factors") instanceof Value.Array factors) {
      wishes.add(new FactorsWish(factors));
    }
    wishes.add(password);
    InvisibleCharacters.warn(wishes, "email", ids.email().value());
    String username = record.text("username");
    if (username != null) {
      InvisibleCharacters.warn(wishes, "username", username);
    }
    String userId = record.text("user_id");
    if (userId != null) {
      InvisibleCharacters.warn(wishes, "user_id", userId);
    }
    return List.copyOf(wishes);
  }

  private boolean flag(String name) {
    return Value.TRUE.equals(record.get(name));
  }

  private void attribute(String name) {
    Value value = record.get(name);
    if (value != null) {
      wishes.add(new AttributeWish(name, value, false));
      return;
    }
    String unset = unset(name);
    if (unset != null) {
      wishes.add(new AttributeWish(name, Value.of(unset), true));
    }
  }

  /** The value for new users whose record has none. */
  private @Nullable String unset(String name) {
    String email = ids.email().value();
    return switch (name) {
      case "name" -> email;
      case "nickname" -> email.substring(0, email.lastIndexOf('@'));
      case "picture" -> options.gravatar() ? Gravatar.url(email) : null;
      default -> null;
    };
  }

  private void metadata(String name) {
    if (record.get(name) instanceof Struct members) {
      wishes.add(new MetadataWish(name, members, options.mergeMetadata()));
    }
  }
}
