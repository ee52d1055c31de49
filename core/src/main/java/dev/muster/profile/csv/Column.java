package dev.muster.profile.csv;

import dev.muster.prepare.Claim;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.user.Key;
import dev.muster.user.UniqueScope;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One column of a table, as its header declares it.
 *
 * @param name its first word, without the flags
 * @param columnIndex 0-based
 * @param flags those that are true, by default or by declaration
 * @param declaration what muster.yml says; empty unless the kind is {@link ColumnKind#ATTRIBUTE}
 */
public record Column(
    String name,
    int columnIndex,
    ColumnKind kind,
    Set<Flag> flags,
    Optional<AttributeDeclaration> declaration) {

  public Column {
    EnumSet<Flag> copy = EnumSet.noneOf(Flag.class);
    copy.addAll(flags);
    flags = Collections.unmodifiableSet(copy);
  }

  public boolean has(Flag flag) {
    return flags.contains(flag);
  }

  Column with(Flag flag) {
    EnumSet<Flag> more = EnumSet.of(flag);
    more.addAll(flags);
    return new Column(name, columnIndex, kind, more, declaration);
  }

  /** Whether its cells are written, to a new user or to one who exists. */
  boolean writes(boolean creating) {
    return has(creating ? Flag.CREATE : Flag.UPDATE);
  }

  /** Whether no two rows may have the same value. */
  boolean isClaimed() {
    return kind.findsUsers() && (has(Flag.KEY) || has(Flag.UNIQUE) || has(Flag.GLOBALLY_UNIQUE));
  }

  /** Among which users its values must be unique. */
  UniqueScope scope() {
    if (has(Flag.GLOBALLY_UNIQUE)) {
      return UniqueScope.GLOBAL;
    }
    return has(Flag.UNIQUE) ? UniqueScope.REALM : UniqueScope.NONE;
  }

  /** What a row says by having a value in this column. */
  Claim claim(Key key) {
    return new Claim(key, scope(), has(Flag.UPDATE), true, name, columnIndex);
  }

  /**
   * The name of the attribute that its cells are values of.
   *
   * @throws IllegalStateException if they are no attribute's values
   */
  String attributeName() {
    return switch (kind) {
      case FIRST_NAME -> "given_name";
      case LAST_NAME -> "family_name";
      case ATTRIBUTE -> name;
      default -> throw new IllegalStateException(name + " is no attribute");
    };
  }

  /** Where that attribute lives in a user's document. */
  String attributePath() {
    return (kind == ColumnKind.ATTRIBUTE ? "custom_attributes." : "attributes.") + attributeName();
  }
}
