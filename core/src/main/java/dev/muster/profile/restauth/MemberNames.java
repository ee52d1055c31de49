package dev.muster.profile.restauth;

import dev.muster.problem.Nearest;
import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import dev.muster.value.Struct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The members that the objects of a RestAuth document may have. Others are ignored, with a warning.
 */
@SuppressWarnings("ImmutableEnumChecker") // the list does not change
public enum MemberNames {
  DOCUMENT("the document", "a document", List.of("services", "users", "groups")),
  SERVICE("the service", "a service", List.of("password", "hosts")),
  USER("the user", "a user", List.of("password", "properties")),
  GROUP("the group", "a group", List.of("service", "users", "subgroups")),
  SUBGROUP("the subgroup", "a subgroup", List.of("name", "service"));

  private static final int SHOWN_MAX = 5;

  /** The fewest letters that may stand for a name that begins with them. */
  private static final int BEGINNING_MIN = 3;

  /** In files of rejects, every entry has it. */
  private static final String REASON = "@reject-reason";

  /** Names of memberships, which a user of a document does not have. */
  private static final Set<String> MEMBERSHIPS = Set.of("group", "groups", "service", "services");

  private final String here;
  private final String any;
  private final List<String> names;

  MemberNames(String here, String any, List<String> names) {
    this.here = here;
    this.any = any;
    this.names = List.copyOf(names);
  }

  /** Whether an object of this kind may have a member with this name. */
  public boolean has(String name) {
    return names.contains(name) || (this != DOCUMENT && name.equals(REASON));
  }

  /** The warnings about an object's members that it may not have; mostly none. */
  List<String> warnings(Struct object) {
    List<String> unknown = List.of();
    for (int i = 0; i < object.size(); i++) {
      if (!has(object.nameAt(i))) {
        unknown = unknown.isEmpty() ? new ArrayList<>(1) : unknown;
        unknown.add(object.nameAt(i));
      }
    }
    return unknown.isEmpty() ? unknown : warnings(unknown);
  }

  /**
   * The warnings about members that an object of this kind may not have: one for each of the first
   * five, and one for the others.
   */
  public List<String> warnings(List<String> unknown) {
    List<String> warnings = new ArrayList<>(SHOWN_MAX);
    unknown.stream().distinct().limit(SHOWN_MAX).map(this::warning).forEach(warnings::add);
    long more = unknown.stream().distinct().count() - warnings.size();
    if (more > 0) {
      warnings.add(Remark.MORE_MEMBERS_IGNORED.with(more, here));
    }
    return warnings;
  }

  private String warning(String name) {
    String member = ShownText.quoted(name);
    return nearest(name)
        .map(known -> Remark.MEMBER_MISTYPED.with(member, here, known, capital(any), rule()))
        .orElseGet(() -> ignored(name).with(member, here, any, rule()));
  }

  private Optional<String> nearest(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(known -> word.length() >= BEGINNING_MIN && known.startsWith(word))
        .findFirst()
        .or(() -> Nearest.to(word, names));
  }

  private String rule() {
    String last = names.get(names.size() - 1);
    return names.stream()
        .limit(names.size() - 1L)
        .map(name -> '"' + name + '"')
        .collect(Collectors.joining(", ", "", " and \"" + last + '"'));
  }

  private Remark ignored(String name) {
    if (this != USER) {
      return Remark.MEMBER_IGNORED;
    }
    return MEMBERSHIPS.contains(name.toLowerCase(Locale.ROOT))
        ? Remark.MEMBER_OF_GROUP
        : Remark.MEMBER_IS_PROPERTY;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
