package dev.muster.app.document;

import dev.muster.app.store.UserIds;
import dev.muster.user.GroupId;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.function.Function;

/**
 * A group and its members.
 *
 * @param members the names of its direct members
 * @param subgroups its direct subgroups
 */
public record GroupDocument(GroupId group, List<String> members, List<GroupId> subgroups) {

  public GroupDocument {
    members = members.stream().sorted().toList();
    subgroups = List.copyOf(subgroups);
  }

  /** A member's user name, or its id if it has none. */
  public static String name(User user, UserIds ids) {
    LoginId username = user.account().username();
    return username == null ? ids.show(user.id()) : username.value();
  }

  /** A group by name and service alone, as a JSON object. */
  public static Struct reference(GroupId group) {
    return new Struct.Builder()
        .append("name", Value.of(group.name()))
        .append("service", group.service() == null ? Value.NULL : Value.of(group.service()))
        .build();
  }

  /** The group as a JSON object. */
  public Struct json() {
    return with(GroupDocument::reference);
  }

  /** The group as a JSON object, with the subgroups' display names. */
  public Struct inWords() {
    return with(subgroup -> Value.of(subgroup.inWords()));
  }

  private Struct with(Function<GroupId, Value> subgroup) {
    Struct.Builder document = reference(group).edit();
    document.append("users", new Value.Array(members.stream().map(Value::of).toList()));
    document.append("subgroups", new Value.Array(subgroups.stream().map(subgroup).toList()));
    return document.build();
  }
}
