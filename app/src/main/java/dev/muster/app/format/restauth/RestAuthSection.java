package dev.muster.app.format.restauth;

import dev.muster.app.format.Section;

/**
 * The position of a section in a RestAuth document.
 *
 * @param kind which section
 * @param count the number of its members
 * @param plainPasswords how many members have a plain-text password
 * @param offset the 0-based offset, in the UTF-8 text without byte order mark, after its opening
 *     brace
 * @param line the 1-based line of that offset
 * @param column the 1-based column, in bytes, of that offset
 */
public record RestAuthSection(
    Kind kind, long count, long plainPasswords, long offset, long line, int column) {

  /** The sections, in the order in which they are imported. */
  public enum Kind {
    SERVICES("services", "service"),
    USERS("users", "user"),
    GROUPS("groups", "group");

    private final String wireName;
    private final String singular;

    Kind(String wireName, String singular) {
      this.wireName = wireName;
      this.singular = singular;
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

    /** The section of a batch. */
    public Section section() {
      return new Section(wireName, this == USERS);
    }

    /** What one of its members is. */
    public String singular() {
      return singular;
    }

    /** Its name in documents. */
    public String wireName() {
      return wireName;
    }
  }
}
