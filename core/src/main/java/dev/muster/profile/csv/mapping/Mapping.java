package dev.muster.profile.csv.mapping;

import dev.muster.problem.InputRefused;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of somebody's table become those of the csv dialect: renamed, ignored, split,
 * joined, or the same text in each row. Columns that it does not name stay as they are. It may
 * declare attributes that the settings lack. Immutable.
 *
 * <pre>
 * columns:
 *   "E-mail address": email key
 *   "Name": {split: " ", to: [first_name, last_name]}
 *   "Remarks": "-"
 * constants: {_role_name: agent}
 * joined: {full_name: {from: [Vorname, Nachname], with: " "}}
 * attributes: {shoe_size: integer}
 * </pre>
 */
public final class Mapping {

  /** The name of the option of an import that has its mapping. */
  public static final String OPTION = "mapping";

  public static final Mapping NONE = new Mapping(Map.of(), Map.of(), Map.of(), List.of());

  private final Map<String, ColumnMapping> columns;
  private final Map<String, String> constants;
  private final Map<String, JoinedColumns> joined;
  private final List<AttributeDeclaration> attributes;

  /**
   * A mapping.
   *
   * @param columns by the names of the file's columns
   * @param constants texts by the header cells of the columns that have them
   * @param joined by the header cells of the columns that are made
   * @param attributes with a kind and a label, and nothing else
   */
  Mapping(
      Map<String, ColumnMapping> columns,
      Map<String, String> constants,
      Map<String, JoinedColumns> joined,
      List<AttributeDeclaration> attributes) {
    this.columns = new LinkedHashMap<>(columns);
    this.constants = new LinkedHashMap<>(constants);
    this.joined = new LinkedHashMap<>(joined);
    this.attributes = new ArrayList<>(attributes);
  }

  /** Reads a mapping as YAML or JSON has it. */
  public static Mapping of(Struct mapping) throws BadMapping {
    return MappingReader.read(mapping);
  }

  /**
   * The mapping that is stored with an import.
   *
   * @param formatOptions the options of the import's format
   * @throws IllegalStateException if it is not what {@link #toStruct} has made
   */
  public static Mapping stored(Struct formatOptions) {
    try {
      return formatOptions.get(OPTION) instanceof Struct mapping ? of(mapping) : NONE;
    } catch (BadMapping e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads the short form, {@code E-mail address=email key} or {@code Remarks=-}. The last equals
   * sign divides it.
   */
  public static Mapping ofText(String text) throws BadMapping {
    int equals = text.lastIndexOf('=');
    String source = equals < 0 ? "" : text.substring(0, equals).strip();
    String target = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (source.isEmpty() || target.isEmpty()) {
      throw new BadMapping(
          "\""
              + text
              + "\" is no mapping: write 'COLUMN OF THE FILE=name flags', or - to ignore"
              + " the column");
    }
    ColumnMapping column = ColumnMapping.to(MappingReader.target('"' + source + '"', target));
    return new Mapping(Map.of(source, column), Map.of(), Map.of(), List.of());
  }

  public boolean isEmpty() {
    return columns.isEmpty() && constants.isEmpty() && joined.isEmpty() && attributes.isEmpty();
  }

  /** The texts that all rows share, by the header cells of the columns that have them. */
  public Map<String, String> constants() {
    return Map.copyOf(constants);
  }

  /** This mapping with another one, whose entries replace those of the same name. */
  public Mapping and(Mapping other) {
    Mapping both = new Mapping(columns, constants, joined, declaredWith(other.attributes));
    other.columns.keySet().forEach(both::forget);
    both.columns.putAll(other.columns);
    both.constants.putAll(other.constants);
    both.joined.putAll(other.joined);
    return both;
  }

  private void forget(String name) {
    String plain = SourceName.plain(name);
    columns.keySet().removeIf(known -> SourceName.plain(known).equals(plain));
  }

  /**
   * The attributes that it declares and those that are declared already. Where both declare one,
   * its own declaration is left out.
   */
  public List<AttributeDeclaration> declaredWith(List<AttributeDeclaration> known) {
    if (attributes.isEmpty()) {
      return known;
    }
    List<AttributeDeclaration> all = new ArrayList<>(known);
    attributes.stream()
        .filter(own -> known.stream().noneMatch(each -> each.name().equals(own.name())))
        .forEach(all::add);
    return all;
  }

  /** The greatest number by which it names a column; 0 if there is none. */
  public int lastNumber() {
    return Stream.concat(
            columns.keySet().stream(), joined.values().stream().flatMap(it -> it.from().stream()))
        .mapToInt(name -> SourceName.place(name) + 1)
        .max()
        .orElse(0);
  }

  /** The mapping in its canonical form, which {@link #of} reads. */
  public Struct toStruct() {
    Struct.Builder all = new Struct.Builder();
    if (!columns.isEmpty()) {
      Struct.Builder members = new Struct.Builder();
      columns.forEach((name, column) -> members.put(name, column.toValue()));
      all.put("columns", members.build());
    }
    if (!constants.isEmpty()) {
      Struct.Builder members = new Struct.Builder();
      constants.forEach((name, text) -> members.put(name, Value.of(text)));
      all.put("constants", members.build());
    }
    if (!joined.isEmpty()) {
      Struct.Builder members = new Struct.Builder();
      joined.forEach((name, columnsOf) -> members.put(name, columnsOf.toStruct()));
      all.put("joined", members.build());
    }
    if (!attributes.isEmpty()) {
      all.put("attributes", MappedAttributes.toStruct(attributes));
    }
    return all.build();
  }

  /** The mapping as it may be shown: without texts that are secret parts of password hashes. */
  public Struct toShownStruct() {
    return ShownMapping.of(toStruct());
  }

  /**
   * The columns that it makes of a table's columns, in the order of the table; constants and joined
   * columns come last.
   *
   * @param header the header cells as the file has them
   * @param names the name of the column that a target declares; empty if it declares none
   * @throws InputRefused with everything that does not fit, by column
   */
  public List<MappedColumn> apply(List<String> header, UnaryOperator<String> names)
      throws InputRefused {
    return new MappingUse(header, names).columns(columns, constants, joined);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Mapping that && toStruct().equals(that.toStruct());
  }

  @Override
  public int hashCode() {
    return toStruct().hashCode();
  }

  @Override
  public String toString() {
    return toStruct().toString();
  }
}
