package dev.muster.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rows of one transaction, each list in the order of its index. */
record YardstickRows(
    List<UserRow> users, List<LoginIdRow> loginIds, List<MembershipRow> memberships) {

  /** A user and their credential. */
  record UserRow(long id, String attributes, String hash) {}

  record LoginIdRow(long userId, String kind, String canonical) {}

  record MembershipRow(int groupId, long userId) {}

  /** The rows of the users with numbers from {@code first} to before {@code end}. */
  static YardstickRows of(int first, int end) {
    List<UserRow> users = new ArrayList<>();
    List<LoginIdRow> loginIds = new ArrayList<>();
    List<MembershipRow> memberships = new ArrayList<>();
    StringBuilder attributes = new StringBuilder();
    for (int number = first; number < end; number++) {
      Person person = People.person(number, 0);
      long id = number + 1L;
      attributes.setLength(0);
      Writing.attributes(attributes.append('{'), person);
      users.add(new UserRow(id, attributes.append('}').toString(), person.bcrypt()));
      loginIds.add(new LoginIdRow(id, "email", person.email()));
      loginIds.add(new LoginIdRow(id, "username", person.username()));
      for (String group : person.groups()) {
        memberships.add(new MembershipRow(People.GROUPS.indexOf(group), id));
      }
    }
    loginIds.sort(Comparator.comparing(LoginIdRow::kind).thenComparing(LoginIdRow::canonical));
    memberships.sort(
        Comparator.comparingInt(MembershipRow::groupId).thenComparingLong(MembershipRow::userId));
    return new YardstickRows(users, loginIds, memberships);
  }
}
