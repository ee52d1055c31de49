package dev.muster.app.store;

import dev.muster.user.GroupId;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A new link would make a group its own subgroup, directly or indirectly. */
public final class GroupCycle extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /**
   * Describes the cycle that a new link would close.
   *
   * @param path the groups of the cycle, each followed by one of its subgroups. The first and the
   *     last are the same; the first two are the new link.
   */
  public GroupCycle(List<GroupId> path) {
    super(
        "group "
            + path.get(0).inWords()
            + " would be a subgroup of itself: "
            + path.stream().map(GroupId::inWords).collect(Collectors.joining(" > ")));
  }
}
