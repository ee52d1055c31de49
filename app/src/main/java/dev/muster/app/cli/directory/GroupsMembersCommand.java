package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.users.UserLines;
import dev.muster.app.store.Groups;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster groups members}. */
@Command(
    name = "members",
    sortOptions = false,
    description = {
      "List the members of a group in the order they were made.",
      "Who is in a group counts as a member of its subgroups, too, and of theirs, as",
      "in RestAuth: a subgroup inherits members, and the group above it gets none of",
      "the subgroup's.",
      "Exit status 1: there is no such group."
    })
public final class GroupsMembersCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final GroupArgument argument = new GroupArgument();

  @Option(
      names = "--transitive",
      description = "Also who is inherited from groups above. Default: direct members.")
  private boolean transitive;

  @Option(names = "--json", description = "Print JSON documents, one a line.")
  private boolean json;

  public GroupsMembersCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<GroupId> group = argument.group(session);
    if (group.isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    Groups groups = session.storeToRead().groups();
    Realm realm = argument.realm(session);
    List<GroupId> sources = new ArrayList<>(List.of(group.get()));
    if (transitive) {
      sources.addAll(groups.ancestors(realm, group.get()));
    }
    new UserLines(session, json).print(reader -> groups.members(realm, sources, reader));
    return ExitStatus.OK;
  }
}
