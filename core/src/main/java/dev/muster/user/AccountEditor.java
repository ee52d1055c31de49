package dev.muster.user;

import dev.muster.password.EncodedHash;
import dev.muster.password.ReplacedHash;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mutable account. Every setter returns whether it changed anything. Not thread-safe.
 *
 * <p>It enforces one rule of the directory: a login id that changes loses its verified mark.
 */
public final class AccountEditor {

  private @Nullable LoginId username;
  private @Nullable LoginId email;
  private @Nullable LoginId phoneNumber;
  private boolean emailVerified;
  private boolean phoneNumberVerified;
  private boolean disabled;
  private @Nullable Instant validFrom;
  private @Nullable Instant validUntil;
  private Struct attributes = Struct.EMPTY;
  private Struct customAttributes = Struct.EMPTY;
  private Struct.@Nullable Builder attributeEdits;
  private Struct.@Nullable Builder customEdits;
  private List<String> roles = List.of();
  private List<String> groups = List.of();
  private List<GroupId> serviceGroups = List.of();
  private List<ExternalId> externalIds = List.of();
  private @Nullable EncodedHash password;
  private @Nullable ReplacedHash replacedHash;
  private boolean passwordResetRequired;
  private boolean registrationDue;
  private Mfa mfa = Mfa.NONE;
  private List<String> verifiedAttributes = List.of();

  /** Starts from an account, or from an empty one when {@code start} is null. */
  public AccountEditor(@Nullable Account start) {
    if (start == null) {
      return;
    }
    username = start.username();
    email = start.email();
    phoneNumber = start.phoneNumber();
    emailVerified = start.emailVerified();
    phoneNumberVerified = start.phoneNumberVerified();
    disabled = start.disabled();
    validFrom = start.validFrom();
    validUntil = start.validUntil();
    attributes = start.attributes();
    customAttributes = start.customAttributes();
    roles = start.roles();
    groups = start.groups();
    serviceGroups = start.serviceGroups();
    externalIds = start.externalIds();
    password = start.password();
    replacedHash = start.replacedHash();
    passwordResetRequired = start.passwordResetRequired();
    registrationDue = start.registrationDue();
    mfa = start.mfa();
    verifiedAttributes = start.verifiedAttributes();
  }

  public Account account() {
    return new Account(
        username,
        email,
        phoneNumber,
        emailVerified,
        phoneNumberVerified,
        disabled,
        validFrom,
        validUntil,
        attributeEdits == null ? attributes : attributeEdits.build(),
        customEdits == null ? customAttributes : customEdits.build(),
        roles,
        groups,
        serviceGroups,
        externalIds,
        password,
        replacedHash,
        passwordResetRequired,
        registrationDue,
        mfa,
        verifiedAttributes);
  }

  public @Nullable LoginId loginId(LoginIdKind kind) {
    return switch (kind) {
      case USERNAME -> username;
      case EMAIL -> email;
      case PHONE_NUMBER -> phoneNumber;
    };
  }

  /**
   * Sets or, with null, removes a login id; one whose shown value differs loses its verified mark.
   */
  public boolean loginId(LoginIdKind kind, @Nullable LoginId next) {
    LoginId now = loginId(kind);
    if (now == null ? next == null : now.equals(next)) {
      return false;
    }
    boolean sameToUniqueness = now != null && next != null && now.findsSameAs(next);
    switch (kind) {
      case USERNAME -> username = next;
      case EMAIL -> {
        email = next;
        emailVerified &= sameToUniqueness;
      }
      case PHONE_NUMBER -> {
        phoneNumber = next;
        phoneNumberVerified &= sameToUniqueness;
      }
    }
    return true;
  }

  /** Sets the verified mark of the e-mail or phone number; user names have none. */
  public boolean verified(LoginIdKind kind, boolean mark) {
    switch (kind) {
      case USERNAME -> throw new IllegalStateException("user names have no verified mark");
      case EMAIL -> {
        boolean changed = emailVerified != mark;
        emailVerified = mark;
        return changed;
      }
      case PHONE_NUMBER -> {
        boolean changed = phoneNumberVerified != mark;
        phoneNumberVerified = mark;
        return changed;
      }
    }
    throw new IllegalStateException();
  }

  public boolean disabled() {
    return disabled;
  }

  public boolean disabled(boolean next) {
    boolean changed = disabled != next;
    disabled = next;
    return changed;
  }

  public @Nullable Instant validFrom() {
    return validFrom;
  }

  public @Nullable Instant validUntil() {
    return validUntil;
  }

  public void validPeriod(@Nullable Instant from, @Nullable Instant until) {
    validFrom = from;
    validUntil = until;
  }

  public @Nullable Value attribute(String name) {
    return attributeEdits == null ? attributes.get(name) : attributeEdits.get(name);
  }

  public @Nullable Value customAttribute(String name) {
    return customEdits == null ? customAttributes.get(name) : customEdits.get(name);
  }

  /** Restores both maps of attributes as a store had them. */
  public void attributes(Struct standard, Struct custom) {
    attributes = standard;
    customAttributes = custom;
    attributeEdits = null;
    customEdits = null;
  }

  /** Sets or, with null, removes a standard attribute. */
  public boolean attribute(String name, @Nullable Value next) {
    if (attributeEdits == null) {
      attributeEdits = attributes.edit();
    }
    return put(attributeEdits, name, next);
  }

  /** Sets or, with null, removes a custom attribute. */
  public boolean customAttribute(String name, @Nullable Value next) {
    if (customEdits == null) {
      customEdits = customAttributes.edit();
    }
    return put(customEdits, name, next);
  }

  private static boolean put(Struct.Builder edits, String name, @Nullable Value next) {
    return next == null ? edits.remove(name) : edits.change(name, next);
  }

  public List<String> roles() {
    return roles;
  }

  /** Replaces the roles; order and repetitions of {@code keys} do not count. */
  public boolean roles(Collection<String> keys) {
    List<String> before = roles;
    roles = Account.sorted(keys);
    return !roles.equals(before);
  }

  /** Replaces the groups; order and repetitions of {@code keys} do not count. */
  public boolean groups(Collection<String> keys) {
    List<String> before = groups;
    groups = Account.sorted(keys);
    return !groups.equals(before);
  }

  /** Adds a group of the realm to those that the account is in. */
  public boolean addGroup(String key) {
    return groups(Account.edited(groups, key, true));
  }

  public boolean addServiceGroup(GroupId group) {
    return serviceGroups(Account.edited(serviceGroups, group, true));
  }

  /** Replaces the groups of services; order and repetitions do not count. */
  public boolean serviceGroups(Collection<GroupId> ids) {
    List<GroupId> before = serviceGroups;
    serviceGroups = Account.sorted(ids);
    return !serviceGroups.equals(before);
  }

  public List<ExternalId> externalIds() {
    return externalIds;
  }

  public boolean addExternalId(ExternalId id) {
    List<ExternalId> before = externalIds;
    externalIds = Account.edited(externalIds, id, true);
    return !externalIds.equals(before);
  }

  public @Nullable EncodedHash password() {
    return password;
  }

  /** Sets the password; the hash that the current one has replaced is of the same password. */
  public boolean password(@Nullable EncodedHash next) {
    boolean replaced = next != null && replacedHash != null && replacedHash.isOf(next);
    if (replaced || Objects.equals(password, next)) {
      return false;
    }
    reencoded(next, null);
    return true;
  }

  /** Sets another hash of the same password, and what recognises the one that it replaces. */
  public void reencoded(@Nullable EncodedHash next, @Nullable ReplacedHash replaced) {
    password = next;
    replacedHash = replaced;
  }

  public boolean passwordResetRequired(boolean next) {
    boolean changed = passwordResetRequired != next;
    passwordResetRequired = next;
    return changed;
  }

  public boolean registrationDue(boolean next) {
    boolean changed = registrationDue != next;
    registrationDue = next;
    return changed;
  }

  public Mfa mfa() {
    return mfa;
  }

  public boolean mfa(Mfa next) {
    boolean changed = !mfa.equals(next);
    mfa = next;
    return changed;
  }

  /** Marks an attribute's value as trusted, or no longer so. */
  public boolean verifiedAttribute(String name, boolean mark) {
    List<String> before = verifiedAttributes;
    verifiedAttributes = Account.edited(verifiedAttributes, name, mark);
    return !verifiedAttributes.equals(before);
  }

  /** Restores verified attributes as a store had them. */
  public void verifiedAttributes(Collection<String> names) {
    verifiedAttributes = Account.sorted(names);
  }
}
