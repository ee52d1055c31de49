package dev.muster.app.cli.directory;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Session;
import dev.muster.user.GroupId;
import dev.muster.user.Realm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The argument that names a group. */
final class GroupArgument {

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The group's name, or the key of one without a service.")
  private String name = "";

  @Option(
      names = "--service",
      paramLabel = "SERVICE",
      description = "The service that it belongs to. Default: none.")
  private @Nullable String service;

  @Mixin private final GroupRealm realm = new GroupRealm();

  /** The realm in which groups without a service are looked up. */
  Realm realm(CliSession session) throws SettingsProblem, UsageProblem {
    return realm.realm(session);
  }

  /** The group; if there is none, prints a message and returns empty. */
  Optional<GroupId> group(CliSession session) throws SettingsProblem, UsageProblem {
    Optional<Session> there = session.storeIfThere();
    if (there.isEmpty()) {
      return Optional.empty();
    }
    Session store = there.get();
    Realm where = realm(session);
    GroupId group = new GroupId(service, name);
    if (store.groups().exists(where, group)) {
      return Optional.of(group);
    }
    session.say(
        "there is no group "
            + group.inWords()
            + (service == null ? " in realm " + where.name() : ""));
    return Optional.empty();
  }
}
