package dev.muster.profile.restauth;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.problem.ShownText;
import dev.muster.user.GroupId;

/** Makes an existing user a member of an existing group. */
record MemberWish(String name, GroupId group) implements Wish {

  @Override
  public boolean grant(Draft draft) {
    if (draft.creating()) {
      draft.refuse(
          Problem.at(
              ProblemCode.USER_NOT_FOUND,
              ShownText.quoted(name)
                  + " is to be a member of the group "
                  + ShownText.quoted(group.name())
                  + ", and there is no such user in the document or in the directory",
              "/users"));
      return false;
    }
    return group.service() == null
        ? draft.account().addGroup(group.name())
        : draft.account().addServiceGroup(group);
  }
}
