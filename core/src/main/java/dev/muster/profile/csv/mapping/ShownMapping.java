package dev.muster.profile.csv.mapping;

import dev.muster.password.HashPart;
import dev.muster.value.Blanks;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * Replaces the texts of a mapping that become secret parts of password hashes: constants, words
 * that replace others, and texts between joined cells.
 */
final class ShownMapping {

  /** What is shown instead of a secret. */
  static final String HIDDEN = "*****";

  private ShownMapping() {}

  /**
   * The mapping without secrets.
   *
   * @param mapping in its canonical form
   */
  static Struct of(Struct mapping) {
    Struct.Builder shown = mapping.edit();
    if (mapping.get("columns") instanceof Struct columns) {
      shown.put("columns", columns(columns));
    }
    if (mapping.get("constants") instanceof Struct constants) {
      shown.put("constants", constants(constants));
    }
    if (mapping.get("joined") instanceof Struct joined) {
      shown.put("joined", joined(joined));
    }
    return shown.build();
  }

  private static Struct columns(Struct columns) {
    Struct.Builder shown = columns.edit();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.valueAt(i) instanceof Struct column
          && column.has("values")
          && targets(column).stream().anyMatch(target -> part(target).isPresent())) {
        Struct hidden = Struct.of(HIDDEN, Value.of(HIDDEN));
        shown.put(columns.nameAt(i), column.edit().put("values", hidden).build());
      }
    }
    return shown.build();
  }

  private static List<String> targets(Struct column) {
    if (column.get("to") instanceof Value.Array several) {
      return several.items().stream()
          .map(target -> target instanceof Value.Text text ? text.text() : "")
          .toList();
    }
    return Optional.ofNullable(column.text("to")).stream().toList();
  }

  private static Struct constants(Struct constants) {
    Struct.Builder shown = constants.edit();
    for (int i = 0; i < constants.size(); i++) {
      if (constants.valueAt(i) instanceof Value.Text constant
          && hides(constants.nameAt(i), constant.text())) {
        shown.put(constants.nameAt(i), Value.of(HIDDEN));
      }
    }
    return shown.build();
  }

  private static Struct joined(Struct joined) {
    Struct.Builder shown = joined.edit();
    for (int i = 0; i < joined.size(); i++) {
      if (joined.valueAt(i) instanceof Struct columns
          && columns.get("with") instanceof Value.Text with
          && hides(joined.nameAt(i), with.text())) {
        Struct hidden = columns.edit().put("with", Value.of(HIDDEN)).build();
        shown.put(joined.nameAt(i), hidden);
      }
    }
    return shown.build();
  }

  private static boolean hides(String target, String text) {
    return part(target).filter(part -> part.hides(Blanks.strip(text))).isPresent();
  }

  /** The part of a hash that a target is, which may have flags behind its name. */
  private static Optional<HashPart> part(String target) {
    return Blanks.words(target).stream().findFirst().flatMap(HashPart::named);
  }
}
