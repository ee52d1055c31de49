package dev.muster.app.format.restauth;

import dev.muster.app.format.Section;

/**
 * Where a section of a RestAuth document is.
 *
 * @param kind which of them
 * @param count its members
 * @param plainPasswords how many of them bring their password in plain
 * @param offset the 0-based place, in the UTF-8 text without byte order mark, after its opening
 *     brace
 * @param line the 1-based line of that place
 * @param column the 1-based column, in bytes, of that place
 */
public record RestAuthSection(
    Kind kind, long count, long plainPasswords, long offset, long line, int column) {

  /** The sections, in the order in which they are imported. */
  public enum Kind {
    SERVICES("services"),
    USERS("users"),
    GROUPS("groups");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The kind of a batch's section. */
    public static Kind of(Section section) {
      for (Kind kind : values()) {
        if (kind.wireName.equals(section.name())) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no section of a RestAuth document: " + section.name());
    }

    /** The section as the engine knows it. */
    public Section section() {
      return new Section(wireName, this == USERS);
    }

    /** Its name in documents. */
    public String wireName() {
      return wireName;
    }
  }
}
