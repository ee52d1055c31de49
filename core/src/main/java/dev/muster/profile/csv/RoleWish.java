package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.AccountEditor;
import dev.muster.user.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * A role to be given, or taken if the column says so. It counts as done when the realm has the
 * role, even if the user had it already.
 *
 * @param text the role's name or key
 * @param clears whether all other roles are dropped first
 */
record RoleWish(Column origin, String text, boolean clears) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    Role role =
        origin.kind() == ColumnKind.ROLE_NAME
            ? draft.catalog().roleNamed(text)
            : draft.catalog().role(text);
    if (role == null) {
      draft.complain(
          Problem.inColumn(
              ProblemCode.ROLE_NOT_FOUND,
              draft.isElsewhere()
                  ? "The user belongs to another realm, and this one's roles to this one's users."
                  : "There is no role \"" + text + "\" in the realm.",
              origin.place()));
      return false;
    }
    AccountEditor account = draft.account();
    List<String> roles = clears ? new ArrayList<>() : new ArrayList<>(account.roles());
    if (origin.has(Flag.DELETE)) {
      roles.remove(role.key());
    } else {
      roles.add(role.key());
    }
    account.roles(roles);
    return true;
  }

  @Override
  public int column() {
    return origin.place();
  }
}
