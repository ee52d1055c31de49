package dev.muster.profile.restauth;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.ShownText;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Warns about members that a user of a RestAuth document may not have. They are ignored; the user
 * is imported without them.
 *
 * @param user the user's name as the document has it
 * @param members the names of these members, with at least one
 */
record IgnoredMembersWish(String user, List<String> members) implements Wish {

  private static final int SHOWN_MAX = 5;

  /** {@code @reject-reason} is in files of rejects. */
  private static final Set<String> KNOWN = Set.of("password", "properties", "@reject-reason");

  IgnoredMembersWish {
    members = List.copyOf(members);
  }

  /** The warning about a user of a document; empty if all its members are known. */
  static Optional<IgnoredMembersWish> of(String user, Struct entry) {
    List<String> unknown = new ArrayList<>(0);
    for (int i = 0; i < entry.size(); i++) {
      if (!KNOWN.contains(entry.nameAt(i))) {
        unknown.add(entry.nameAt(i));
      }
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(new IgnoredMembersWish(user, unknown));
  }

  @Override
  public boolean grant(Draft draft) {
    draft.warn(warning());
    return false;
  }

  private String warning() {
    List<String> shown = members.stream().limit(SHOWN_MAX).map(ShownText::cut).toList();
    int more = members.size() - shown.size();
    return (members.size() == 1 ? "the member " : "the members ")
        + String.join(", ", shown)
        + (more > 0 ? " and " + more + " more" : "")
        + " of user "
        + ShownText.quoted(user)
        + (members.size() == 1 ? " is" : " are")
        + " ignored: a user of a RestAuth document has password and properties only; everything"
        + " else about a user belongs in properties";
  }
}
