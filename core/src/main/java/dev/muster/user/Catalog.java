package dev.muster.user;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles and groups of one realm, by key, and the roles by name too. Immutable. */
public final class Catalog {

  public static final Catalog EMPTY = new Catalog(java.util.List.of(), java.util.List.of());

  private final Map<String, Role> rolesByKey = new HashMap<>();
  private final Map<String, Role> rolesByName = new HashMap<>();
  private final Map<String, Role> groupsByKey = new HashMap<>();
  private final Set<Role> newRoles = new HashSet<>(0);

  public Catalog(Collection<Role> roles, Collection<Role> groups) {
    for (Role role : roles) {
      rolesByKey.put(role.key(), role);
      rolesByName.putIfAbsent(role.name(), role);
    }
    groups.forEach(group -> groupsByKey.put(group.key(), group));
  }

  /** This catalog with further roles, which are new. */
  public Catalog with(Collection<Role> made) {
    Catalog more = new Catalog(rolesByKey.values(), groupsByKey.values());
    more.rolesByName.putAll(rolesByName); // of several roles with one name, the same as before
    for (Role role : made) {
      more.rolesByKey.put(role.key(), role);
      more.rolesByName.putIfAbsent(role.name(), role);
      more.newRoles.add(role);
    }
    return more;
  }

  /** Whether a role was made for the records that are being decided. */
  public boolean isNew(Role role) {
    return newRoles.contains(role);
  }

  public @Nullable Role role(String key) {
    return rolesByKey.get(key);
  }

  public @Nullable Role roleNamed(String name) {
    return rolesByName.get(name);
  }

  public @Nullable Role group(String key) {
    return groupsByKey.get(key);
  }
}
