package dev.muster.app.store;

import dev.muster.user.GroupId;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A group was to become a subgroup of itself, over others or at once. */
public final class GroupCycle extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /**
   * A cycle that a new link would close.
   *
   * @param path from a group over its subgroups to the same group again, the new link first
   */
  public GroupCycle(List<GroupId> path) {
    super(
        "group "
            + path.get(0).inWords()
            + " would be a subgroup of itself: "
            + path.stream().map(GroupId::inWords).collect(Collectors.joining(" > ")));
  }
}
