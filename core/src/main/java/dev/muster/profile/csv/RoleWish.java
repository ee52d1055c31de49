package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import dev.muster.profile.InvisibleCharacters;
import dev.muster.user.AccountEditor;
import dev.muster.user.Role;
import dev.muster.user.RoleReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a role or, with the flag delete, removes it. It is reported as effective if the realm has
 * the role, even if the user had it already.
 *
 * @param text the role's name or key
 * @param clears whether all other roles are dropped first
 */
record RoleWish(Column origin, String text, boolean clears) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    if (draft.isElsewhere()) {
      return refused(
          draft,
          ProblemCode.ROLE_UNAUTHORIZED,
          "The user belongs to another realm, and roles of this realm are for its own users.");
    }
    Role role = reference().in(draft.catalog());
    if (role == null) {
      return refused(
          draft,
          ProblemCode.ROLE_NOT_FOUND,
          "There is no role "
              + ShownText.quoted(text)
              + " in the realm."
              + InvisibleCharacters.hint(text));
    }
    if (draft.catalog().isNew(role)) {
      draft.warn(Remark.ROLE_MADE.with(ShownText.quoted(text)));
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
  public List<RoleReference> roles() {
    return origin.has(Flag.DELETE) ? List.of() : List.of(reference());
  }

  private RoleReference reference() {
    return new RoleReference(text, origin.kind() == ColumnKind.ROLE_NAME);
  }

  private boolean refused(Draft draft, ProblemCode code, String message) {
    draft.complain(
        Problem.inColumn(code, message, origin.columnIndex()).with("role", reference().toStruct()));
    return false;
  }

  @Override
  public int column() {
    return origin.columnIndex();
  }
}
