package dev.muster.profile.csv.mapping;

import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.user.UniqueScope;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The attributes that a mapping declares: {@code {shoe_size: integer, badge: {kind: string, label:
 * Badge}}}. What needs more, such as an enum with its choices, is declared in the settings.
 */
final class MappedAttributes {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");
  private static final String KIND = "kind";
  private static final String LABEL = "label";

  private MappedAttributes() {}

  static List<AttributeDeclaration> read(Struct declared) throws BadMapping {
    List<AttributeDeclaration> attributes = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      attributes.add(attribute(declared.nameAt(i), declared.valueAt(i)));
    }
    return attributes;
  }

  private static AttributeDeclaration attribute(String name, Value value) throws BadMapping {
    String where = "attributes: " + name;
    if (!NAME.matcher(name).matches()) {
      throw new BadMapping(
          where + ": a name has letters, digits, _ and -, and starts with a letter");
    }
    if (value instanceof Value.Text kind) {
      return attribute(name, kind(where, kind.text()), name);
    }
    if (value instanceof Struct members
        && members.names().stream().allMatch(key -> key.equals(KIND) || key.equals(LABEL))) {
      String kind = Optional.ofNullable(members.text(KIND)).orElse("string");
      String label = Optional.ofNullable(members.text(LABEL)).orElse("").strip();
      return attribute(name, kind(where, kind), label.isEmpty() ? name : label);
    }
    throw new BadMapping(where + ": write its kind, or {kind: string, label: a text}");
  }

  private static AttributeDeclaration attribute(String name, AttributeKind kind, String label) {
    return new AttributeDeclaration(
        name, kind, label, false, UniqueScope.NONE, null, null, List.of());
  }

  private static AttributeKind kind(String where, String name) throws BadMapping {
    return AttributeKind.named(name)
        .filter(kind -> kind != AttributeKind.ENUM)
        .orElseThrow(() -> new BadMapping(where + ": a mapping declares no attribute of " + name));
  }

  static Struct toStruct(List<AttributeDeclaration> attributes) {
    Struct.Builder members = new Struct.Builder();
    for (AttributeDeclaration each : attributes) {
      Value kind = Value.of(each.kind().wireName());
      members.put(
          each.name(),
          each.label().equals(each.name())
              ? kind
              : new Struct.Builder().put(KIND, kind).put(LABEL, Value.of(each.label())).build());
    }
    return members.build();
  }
}
