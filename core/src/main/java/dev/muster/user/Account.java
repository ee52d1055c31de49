package dev.muster.user;

import dev.muster.password.EncodedHash;
import dev.muster.password.ReplacedHash;
import dev.muster.value.Struct;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a user that an import can change. Two equal accounts mean that nothing changed.
 *
 * @param username null if the user has none
 * @param email null if the user has none
 * @param phoneNumber null if the user has none
 * @param emailVerified false without an e-mail
 * @param phoneNumberVerified false without a phone number
 * @param validFrom the account works from this instant on; null for no limit
 * @param validUntil the account works before this instant; null for no limit
 * @param attributes OpenID Connect standard claims that are not login ids
 * @param customAttributes everything else, declared or not
 * @param roles keys, sorted
 * @param groups keys of groups without a service, sorted
 * @param serviceGroups groups of services that the user is a direct member of, sorted; each has a
 *     service
 * @param externalIds sorted
 * @param password null if the user can't log in by password
 * @param replacedHash the imported hash of the same password in whose place {@code password} was
 *     stored; null if there is none
 * @param passwordResetRequired the next login must choose a password
 * @param registrationDue the user is to choose a first password by a link in a mail, and has not
 *     yet
 * @param verifiedAttributes names of attributes whose values are trusted, sorted
 */
public record Account(
    @Nullable LoginId username,
    @Nullable LoginId email,
    @Nullable LoginId phoneNumber,
    boolean emailVerified,
    boolean phoneNumberVerified,
    boolean disabled,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil,
    Struct attributes,
    Struct customAttributes,
    List<String> roles,
    List<String> groups,
    List<GroupId> serviceGroups,
    List<ExternalId> externalIds,
    @Nullable EncodedHash password,
    @Nullable ReplacedHash replacedHash,
    boolean passwordResetRequired,
    boolean registrationDue,
    Mfa mfa,
    List<String> verifiedAttributes) {

  public static final Account EMPTY = new AccountEditor(null).account();

  /** What people call the user by: the user name, or else the e-mail address or phone number. */
  public Optional<LoginId> shownLogin() {
    return Stream.of(LoginIdKind.USERNAME, LoginIdKind.EMAIL, LoginIdKind.PHONE_NUMBER)
        .map(this::loginId)
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /** Whether the user is to get a mail with a link to choose a password. */
  public boolean isInvited() {
    return registrationDue && email != null;
  }

  public @Nullable LoginId loginId(LoginIdKind kind) {
    return switch (kind) {
      case USERNAME -> username;
      case EMAIL -> email;
      case PHONE_NUMBER -> phoneNumber;
    };
  }

  public boolean verified(LoginIdKind kind) {
    return switch (kind) {
      case USERNAME -> false;
      case EMAIL -> emailVerified;
      case PHONE_NUMBER -> phoneNumberVerified;
    };
  }

  /**
   * Whether a valid period can have these bounds: the start is before the end.
   *
   * @param from null for no limit
   * @param until null for no limit
   */
  public static boolean isPeriod(@Nullable Instant from, @Nullable Instant until) {
    return from == null || until == null || from.isBefore(until);
  }

  /** Whether an instant is outside the valid period. */
  public boolean outsideValidPeriod(Instant now) {
    return (validFrom != null && now.isBefore(validFrom))
        || (validUntil != null && !now.isBefore(validUntil));
  }

  /** The items, sorted and without duplicates. */
  static <T extends Comparable<? super T>> List<T> sorted(Collection<T> items) {
    return isAscending(items) ? List.copyOf(items) : List.copyOf(new TreeSet<>(items));
  }

  private static <T extends Comparable<? super T>> boolean isAscending(Collection<T> items) {
    T last = null;
    for (T item : items) {
      if (last != null && last.compareTo(item) >= 0) {
        return false;
      }
      last = item;
    }
    return true;
  }

  /** A sorted list with an item, or without it. */
  static <T extends Comparable<? super T>> List<T> edited(List<T> items, T item, boolean present) {
    if (items.contains(item) == present) {
      return items;
    }
    TreeSet<T> next = new TreeSet<>(items);
    if (present) {
      next.add(item);
    } else {
      next.remove(item);
    }
    return List.copyOf(next);
  }
}
