package dev.muster.app.settings;

import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.DateForms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the list {@code attributes}: attributes of users in addition to the standard ones. */
final class AttributesSection {

  static final List<String> KEYS =
      List.of(
          "name",
          "kind",
          "label",
          "required",
          "unique",
          "minimum",
          "maximum",
          "min",
          "max",
          "choices",
          "enum",
          "formats");

  private AttributesSection() {}

  static List<AttributeDeclaration> read(List<Section> sections) throws SettingsProblem {
    List<AttributeDeclaration> declarations = new ArrayList<>();
    for (Section each : sections) {
      AttributeDeclaration declaration = attribute(each);
      if (declarations.stream().anyMatch(known -> known.name().equals(declaration.name()))) {
        throw each.problem("name", "attribute " + declaration.name() + " is declared twice");
      }
      declarations.add(declaration);
    }
    return declarations;
  }

  private static AttributeDeclaration attribute(Section section) throws SettingsProblem {
    section.only(KEYS);
    String name = section.required("name");
    if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
      throw section.problem(
          "name", "a name has letters, digits, _ and -, and starts with a letter");
    }
    AttributeKind kind = kind(section);
    List<String> choices = new ArrayList<>(section.texts("choices"));
    choices.addAll(section.texts("enum")); // JSON Schema's name for it
    if (kind == AttributeKind.ENUM && choices.isEmpty()) {
      throw section.problem("choices", "an enum needs choices: [a, b]");
    }
    return new AttributeDeclaration(
        name,
        kind,
        section.text("label").orElse(name),
        section.flag("required").orElse(false),
        RealmsSection.scope(section, "unique", section.text("unique").orElse("none")),
        number(section, "minimum", "min"),
        number(section, "maximum", "max"),
        choices,
        formats(section, kind));
  }

  private static DateForms formats(Section section, AttributeKind kind) throws SettingsProblem {
    List<String> patterns = section.texts("formats");
    if (!patterns.isEmpty() && kind != AttributeKind.DATE) {
      throw section.problem("formats", "are for attributes of kind date");
    }
    try {
      return DateForms.of(patterns);
    } catch (IllegalArgumentException e) {
      throw section.problem("formats", String.valueOf(e.getMessage()));
    }
  }

  private static AttributeKind kind(Section section) throws SettingsProblem {
    String name = section.text("kind").orElse("string");
    return AttributeKind.named(name)
        .orElseThrow(
            () ->
                section.problem(
                    "kind",
                    "there is no kind "
                        + name
                        + "; there are "
                        + Stream.of(AttributeKind.values())
                            .map(AttributeKind::wireName)
                            .collect(Collectors.joining(", "))));
  }

  private static @Nullable Double number(Section section, String name, String shortName)
      throws SettingsProblem {
    Optional<Double> number = section.number(name);
    return number.isPresent() ? number.get() : section.number(shortName).orElse(null);
  }
}
