package dev.muster.profile.authgear;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import dev.muster.user.Role;
import dev.muster.user.RoleReference;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code roles} or {@code groups}: replaces the user's roles or groups. All of them must exist in
 * the realm.
 *
 * @param keys possibly empty, possibly repeated
 */
record MembershipWish(Kind kind, List<String> keys) implements Wish {

  /** Which list it is. */
  enum Kind {
    ROLES("roles", ProblemCode.ROLE_UNKNOWN_KEYS, "unknown role keys"),
    GROUPS("groups", ProblemCode.GROUP_UNKNOWN_KEYS, "unknown group keys");

    private final String wireName;
    private final ProblemCode code;
    private final String refusal;

    Kind(String wireName, ProblemCode code, String refusal) {
      this.wireName = wireName;
      this.code = code;
      this.refusal = refusal;
    }

    String wireName() {
      return wireName;
    }
  }

  @Override
  public boolean grant(Draft draft) {
    List<Value> unknown = new ArrayList<>(0);
    for (String key : keys) {
      Value text = Value.of(key);
      if (find(draft, key) == null && !unknown.contains(text)) {
        unknown.add(text);
      }
    }
    if (!unknown.isEmpty()) {
      Struct details = Struct.of("keys", new Value.Array(unknown));
      draft.refuse(
          new Problem(
              kind.code, kind.refusal, "/" + kind.wireName, Problem.NO_COLUMN, null, details));
      return false;
    }
    if (kind == Kind.ROLES) {
      warnOfNew(draft);
    }
    return switch (kind) {
      case ROLES -> draft.account().roles(keys);
      case GROUPS -> draft.account().groups(keys);
    };
  }

  /** Warns about roles that the import makes. */
  private void warnOfNew(Draft draft) {
    for (String key : keys) {
      Role role = draft.catalog().role(key);
      if (role != null && draft.catalog().isNew(role)) {
        draft.warn(Remark.ROLE_MADE.with('"' + key + '"'));
      }
    }
  }

  @Override
  public List<RoleReference> roles() {
    return kind == Kind.ROLES
        ? keys.stream().map(key -> new RoleReference(key, false)).toList()
        : List.of();
  }

  @Override
  public boolean idempotent() {
    return true;
  }

  private @Nullable Role find(Draft draft, String key) {
    return switch (kind) {
      case ROLES -> draft.catalog().role(key);
      case GROUPS -> draft.catalog().group(key);
    };
  }
}
