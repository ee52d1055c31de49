package dev.muster.app.console.directory;

import dev.muster.app.console.page.Texts;
import dev.muster.user.Account;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import dev.muster.value.Struct;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user in a list. */
public record UserRow(
    String id,
    String label,
    String username,
    String email,
    String phoneNumber,
    String name,
    String realm,
    boolean disabled,
    Instant createdAt) {

  /**
   * The row of a user.
   *
   * @param id the user's public id
   * @param realm the name of the user's realm
   */
  static UserRow of(User user, String id, String realm) {
    Account account = user.account();
    return new UserRow(
        id,
        Shown.inList(label(account, id)),
        Shown.inList(value(account.username())),
        Shown.inList(value(account.email())),
        Shown.inList(value(account.phoneNumber())),
        Shown.inList(name(account.attributes())),
        realm,
        account.disabled(),
        user.createdAt());
  }

  /** What a user is called: its first login id, or else its name, or else its id. */
  static String label(Account account, String id) {
    return Stream.of(
            value(account.username()),
            value(account.email()),
            value(account.phoneNumber()),
            name(account.attributes()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(id);
  }

  private static String value(@Nullable LoginId id) {
    return id == null ? "" : id.value();
  }

  private static String name(Struct attributes) {
    String whole = attributes.text("name");
    if (whole != null && !whole.isBlank()) {
      return whole;
    }
    return Stream.of("given_name", "family_name")
        .map(attributes::text)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  /** The word for the user's state. */
  public String state(Texts texts) {
    return texts.text(disabled ? "user.disabled" : "user.enabled");
  }
}
