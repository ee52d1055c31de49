package dev.muster.profile.csv;

import dev.muster.prepare.Claim;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.DateForms;
import dev.muster.profile.csv.mapping.CellFormat;
import dev.muster.user.Key;
import dev.muster.user.UniqueScope;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One column of a table, as its header declares it.
 *
 * @param name the first word of the header cell, without the flags
 * @param columnIndex 0-based, of the column of the file that it comes from; -1 if it is a constant
 * @param flags the flags that are set, by default or explicitly
 * @param declaration the attribute's declaration; empty unless the kind is {@link
 *     ColumnKind#ATTRIBUTE}
 * @param place 0-based, among the columns of the header; differs from the index only with a mapping
 * @param format how its cells are written
 */
public record Column(
    String name,
    int columnIndex,
    ColumnKind kind,
    Set<Flag> flags,
    Optional<AttributeDeclaration> declaration,
    int place,
    CellFormat format) {

  /** A column of a table without a mapping. */
  public Column(
      String name,
      int columnIndex,
      ColumnKind kind,
      Set<Flag> flags,
      Optional<AttributeDeclaration> declaration) {
    this(name, columnIndex, kind, flags, declaration, columnIndex, CellFormat.PLAIN);
  }

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
    return new Column(name, columnIndex, kind, more, declaration, place, format);
  }

  /** The forms that its dates may have, beside {@code YYYY-MM-DD}. */
  DateForms dates() {
    return format.dates().isEmpty()
        ? declaration.map(AttributeDeclaration::formats).orElse(DateForms.NONE)
        : format.dates();
  }

  /**
   * Whether rows need a valid cell in it, so that a wrong one can't be left out. A row whose cell
   * about access is left out would let somebody in.
   */
  boolean isNeeded() {
    return has(Flag.KEY)
        || kind.isOfSource()
        || kind.isAboutAccess()
        || kind.hashPart().isPresent()
        || declaration.filter(AttributeDeclaration::required).isPresent();
  }

  /** Whether its cells are written when a user is created or, otherwise, updated. */
  boolean writes(boolean creating) {
    return has(creating ? Flag.CREATE : Flag.UPDATE);
  }

  /** Whether its values must be unique within the table. */
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

  /** The claim of a row with a value in this column. */
  Claim claim(Key key) {
    return new Claim(key, scope(), has(Flag.UPDATE), true, name, columnIndex);
  }

  /**
   * The name of the attribute that its cells set.
   *
   * @throws IllegalStateException if they set no attribute
   */
  String attributeName() {
    return switch (kind) {
      case FIRST_NAME -> "given_name";
      case LAST_NAME -> "family_name";
      case ATTRIBUTE -> name;
      default -> throw new IllegalStateException(name + " is no attribute");
    };
  }

  /** The path of that attribute in a user's document. */
  String attributePath() {
    return (kind == ColumnKind.ATTRIBUTE ? "custom_attributes." : "attributes.") + attributeName();
  }
}
