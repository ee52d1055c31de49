package dev.muster.profile;

import dev.muster.user.UniqueScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that muster.yml declares. Its values are stored in a user's custom attributes.
 *
 * @param name the name in files and in the directory
 * @param label the display name; equal to the name if none was given
 * @param required whether a table's cell may not be empty
 * @param unique among which users a value must be unique
 * @param minimum the smallest allowed number, for numeric kinds; null for none
 * @param maximum the greatest allowed number, for numeric kinds; null for none
 * @param choices the texts that an enum allows; empty for other kinds
 * @param formats the forms of a date in tables, beside {@code YYYY-MM-DD}; none for other kinds
 */
public record AttributeDeclaration(
    String name,
    AttributeKind kind,
    String label,
    boolean required,
    UniqueScope unique,
    @Nullable Double minimum,
    @Nullable Double maximum,
    List<String> choices,
    DateForms formats) {

  /** A declaration without forms of dates. */
  public AttributeDeclaration(
      String name,
      AttributeKind kind,
      String label,
      boolean required,
      UniqueScope unique,
      @Nullable Double minimum,
      @Nullable Double maximum,
      List<String> choices) {
    this(name, kind, label, required, unique, minimum, maximum, choices, DateForms.NONE);
  }

  public AttributeDeclaration {
    choices = List.copyOf(choices);
  }

  /** The path of its values in a user's document. */
  public String path() {
    return "custom_attributes." + name;
  }
}
