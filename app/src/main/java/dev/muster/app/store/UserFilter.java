package dev.muster.app.store;

import dev.muster.app.job.Job;
import dev.muster.user.Account;
import dev.muster.user.ExternalId;
import dev.muster.user.User;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A filter for users. A user must match all given criteria.
 *
 * @param realms the numbers of realms; the user must be in one of them
 * @param loginPrefix the beginning of a user name, e-mail address or phone number; never empty
 * @param namePart a part of a name, see {@link SearchedTexts#names}; never empty
 * @param role the key of one of its roles
 * @param group the key of a group of its realm that it is a direct member of
 * @param state whether the user is enabled or disabled
 * @param externalId one of its external ids
 * @param createdBy the import that created the user
 */
public record UserFilter(
    Optional<Set<Integer>> realms,
    Optional<String> loginPrefix,
    Optional<String> namePart,
    Optional<String> role,
    Optional<String> group,
    Optional<State> state,
    Optional<ExternalId> externalId,
    Optional<Job> createdBy) {

  /** Every user. */
  public static final UserFilter ALL =
      new UserFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Converts the texts to the form that is searched. */
  public UserFilter {
    realms = realms.map(Set::copyOf);
    loginPrefix = loginPrefix.map(SearchedTexts::login);
    namePart = namePart.map(SearchedTexts::name);
    if (loginPrefix.filter(String::isEmpty).isPresent()
        || namePart.filter(String::isEmpty).isPresent()) {
      throw new IllegalArgumentException("an empty text is found everywhere");
    }
  }

  public UserFilter ofRealm(int number) {
    return new UserFilter(
        Optional.of(Set.of(number)),
        loginPrefix,
        namePart,
        role,
        group,
        state,
        externalId,
        createdBy);
  }

  /** Only users of some realms; without any realm, nobody matches. */
  public UserFilter ofRealms(Set<Integer> numbers) {
    return new UserFilter(
        Optional.of(numbers), loginPrefix, namePart, role, group, state, externalId, createdBy);
  }

  public UserFilter withLogin(String prefix) {
    return new UserFilter(
        realms, Optional.of(prefix), namePart, role, group, state, externalId, createdBy);
  }

  public UserFilter named(String part) {
    return new UserFilter(
        realms, loginPrefix, Optional.of(part), role, group, state, externalId, createdBy);
  }

  public UserFilter withRole(String key) {
    return new UserFilter(
        realms, loginPrefix, namePart, Optional.of(key), group, state, externalId, createdBy);
  }

  public UserFilter inGroup(String key) {
    return new UserFilter(
        realms, loginPrefix, namePart, role, Optional.of(key), state, externalId, createdBy);
  }

  public UserFilter in(State wanted) {
    return new UserFilter(
        realms, loginPrefix, namePart, role, group, Optional.of(wanted), externalId, createdBy);
  }

  public UserFilter withExternalId(ExternalId id) {
    return new UserFilter(
        realms, loginPrefix, namePart, role, group, state, Optional.of(id), createdBy);
  }

  public UserFilter createdBy(Job job) {
    return new UserFilter(
        realms, loginPrefix, namePart, role, group, state, externalId, Optional.of(job));
  }

  /** The realm, if there is exactly one. */
  public Optional<Integer> realm() {
    return realms.filter(numbers -> numbers.size() == 1).map(numbers -> numbers.iterator().next());
  }

  /** Whether there is no other criterion than one realm, or none at all. */
  public boolean isOnlyRealm() {
    return equals(realm().map(ALL::ofRealm).orElse(ALL));
  }

  /** Whether the search index is needed to find the users fast. */
  public boolean needsIndex() {
    return externalId.isEmpty()
        && (realms.isPresent()
            || loginPrefix.isPresent()
            || namePart.isPresent()
            || role.isPresent()
            || group.isPresent()
            || state.isPresent());
  }

  /** The least number that a matching user may have. */
  public long firstUser() {
    return createdBy.map(Job::firstUser).orElse(1L);
  }

  /** The greatest number that a matching user may have. */
  public long lastUser() {
    return createdBy.map(job -> job.firstUser() + job.records() - 1).orElse(Long.MAX_VALUE);
  }

  /** Whether a user matches. */
  public boolean matches(User user) {
    Account account = user.account();
    return user.id() >= firstUser()
        && user.id() <= lastUser()
        && realms.filter(numbers -> !numbers.contains(user.realm())).isEmpty()
        && state.filter(wanted -> wanted != State.of(account)).isEmpty()
        && role.filter(key -> !account.roles().contains(key)).isEmpty()
        && group.filter(key -> !account.groups().contains(key)).isEmpty()
        && externalId.filter(id -> !account.externalIds().contains(id)).isEmpty()
        && loginPrefix.filter(prefix -> !begins(account, prefix)).isEmpty()
        && namePart.filter(part -> !isNamed(account, part)).isEmpty();
  }

  private static boolean begins(Account account, String prefix) {
    return SearchedTexts.logins(account).stream().anyMatch(login -> login.startsWith(prefix));
  }

  private static boolean isNamed(Account account, String part) {
    return SearchedTexts.names(account).stream().anyMatch(name -> name.contains(part));
  }

  /** Whether a user may log in. */
  public enum State {
    ENABLED,
    DISABLED;

    public static State of(Account account) {
      return account.disabled() ? DISABLED : ENABLED;
    }

    /** The state with a wire name, which must be one. */
    public static State named(String wireName) {
      return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The name in options and documents. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
