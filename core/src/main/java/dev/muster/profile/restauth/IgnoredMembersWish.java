package dev.muster.profile.restauth;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.value.Struct;
import java.util.List;
import java.util.Optional;

/**
 * Warns about members that a user of a RestAuth document may not have. They are ignored; the user
 * is imported without them.
 *
 * @param warnings one for each member, at least one
 */
record IgnoredMembersWish(List<String> warnings) implements Wish {

  IgnoredMembersWish {
    warnings = List.copyOf(warnings);
  }

  /** The warnings about a user of a document; empty if all its members are known. */
  static Optional<IgnoredMembersWish> of(Struct entry) {
    List<String> warnings = MemberNames.USER.warnings(entry);
    return warnings.isEmpty() ? Optional.empty() : Optional.of(new IgnoredMembersWish(warnings));
  }

  @Override
  public boolean grant(Draft draft) {
    warnings.forEach(draft::warn);
    return false;
  }
}
