package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.text.UserText;
import dev.muster.app.document.GroupDocument;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muster groups show}. */
@Command(
    name = "show",
    sortOptions = false,
    description = {
      "Show a group: its direct members by user name (without one, by id), and its subgroups.",
      "Exit status 1: there is none."
    })
public final class GroupsShowCommand implements Callable<Integer> {

  private final CliSession session;

  @Mixin private final GroupArgument argument = new GroupArgument();

  @Option(names = "--json", description = "Print a JSON document.")
  private boolean json;

  public GroupsShowCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Optional<GroupId> group = argument.group(session);
    if (group.isEmpty()) {
      return ExitStatus.PROBLEMS;
    }
    Session store = session.storeToRead();
    Realm realm = argument.realm(session);
    List<String> members = new ArrayList<>();
    store
        .groups()
        .members(
            realm, group.get(), user -> members.add(GroupDocument.name(user, store.users().ids())));
    GroupDocument document =
        new GroupDocument(group.get(), members, store.groups().subgroups(realm, group.get()));
    if (json) {
      session.out().println(JsonText.of(document.json()));
    } else {
      UserText.print(document.inWords(), session.out());
    }
    return ExitStatus.OK;
  }
}
