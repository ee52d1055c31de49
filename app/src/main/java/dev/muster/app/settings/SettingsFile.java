package dev.muster.app.settings;

import dev.muster.app.format.input.InputLimits;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads muster.yml (YAML 1.2, so JSON too). */
public final class SettingsFile {

  private static final List<String> KEYS =
      List.of(
          "database",
          "databases",
          "realms",
          "attributes",
          "default_country",
          "limits",
          "passwords");

  /** Sections for parts that this version does not have: taken, and left alone. */
  private static final List<String> LATER = List.of("server", "auth", "mail", "retention", "auth0");

  private final Path file;

  private SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws SettingsProblem if it can't be read, is no YAML, or says what it can't
   */
  public static Settings read(Path file) throws SettingsProblem {
    return new SettingsFile(file).settings();
  }

  private Settings settings() throws SettingsProblem {
    Section top = new Section(file, "", content());
    top.only(Stream.concat(KEYS.stream(), LATER.stream()).toList());
    return new Settings(
        top.text("database"),
        databases(top.section("databases")),
        realms(top.section("realms")),
        attributes(top),
        country(top),
        limits(top.section("limits")),
        passwords(top.section("passwords")));
  }

  private Object content() throws SettingsProblem {
    try {
      Object content =
          new Load(LoadSettings.builder().setLabel(file.toString()).build())
              .loadFromString(Files.readString(file));
      return content == null ? Map.of() : content;
    } catch (IOException e) {
      throw new SettingsProblem(file + " can't be read: " + e.getMessage());
    } catch (YamlEngineException e) {
      throw new SettingsProblem(file + " is not YAML: " + e.getMessage());
    }
  }

  private static Map<String, String> databases(Section databases) throws SettingsProblem {
    Map<String, String> byAlias = new LinkedHashMap<>();
    for (String alias : databases.keys()) {
      byAlias.put(alias, databases.required(alias));
    }
    return byAlias;
  }

  private static Map<String, Map<LoginIdKind, UniqueScope>> realms(Section realms)
      throws SettingsProblem {
    Map<String, Map<LoginIdKind, UniqueScope>> byName = new LinkedHashMap<>();
    for (String name : realms.keys()) {
      Section realm = realms.section(name);
      realm.only(List.of("unique"));
      Section unique = realm.section("unique");
      unique.only(Stream.of(LoginIdKind.values()).map(LoginIdKind::wireName).toList());
      Map<LoginIdKind, UniqueScope> scopes = new EnumMap<>(LoginIdKind.class);
      for (LoginIdKind kind : LoginIdKind.values()) {
        Optional<String> scope = unique.text(kind.wireName());
        if (scope.isPresent()) {
          scopes.put(kind, scope(unique, kind.wireName(), scope.get()));
        }
      }
      byName.put(name, scopes);
    }
    return byName;
  }

  private static List<AttributeDeclaration> attributes(Section top) throws SettingsProblem {
    List<AttributeDeclaration> declarations = new ArrayList<>();
    for (Section each : top.sections("attributes")) {
      AttributeDeclaration declaration = attribute(each);
      if (declarations.stream().anyMatch(known -> known.name().equals(declaration.name()))) {
        throw each.problem("name", "attribute " + declaration.name() + " is declared twice");
      }
      declarations.add(declaration);
    }
    return declarations;
  }

  private static AttributeDeclaration attribute(Section section) throws SettingsProblem {
    section.only(
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
            "enum"));
    String name = section.required("name");
    if (!name.matches("[A-Za-z_][A-Za-z0-9_-]*")) {
      throw section.problem(
          "name", "a name has letters, digits, _ and -, and starts with a letter");
    }
    String kindName = section.text("kind").orElse("string");
    AttributeKind kind =
        AttributeKind.named(kindName)
            .orElseThrow(
                () ->
                    section.problem(
                        "kind",
                        "there is no kind "
                            + kindName
                            + "; there are "
                            + Stream.of(AttributeKind.values())
                                .map(AttributeKind::wireName)
                                .collect(Collectors.joining(", "))));
    List<String> choices = new ArrayList<>(section.texts("choices"));
    choices.addAll(section.texts("enum")); // as JSON Schema calls them
    if (kind == AttributeKind.ENUM && choices.isEmpty()) {
      throw section.problem("choices", "an enum needs choices: [a, b]");
    }
    return new AttributeDeclaration(
        name,
        kind,
        section.text("label").orElse(name),
        section.flag("required").orElse(false),
        scope(section, "unique", section.text("unique").orElse("none")),
        number(section, "minimum", "min"),
        number(section, "maximum", "max"),
        choices);
  }

  private static @Nullable Double number(Section section, String name, String shortName)
      throws SettingsProblem {
    Optional<Double> number = section.number(name);
    return number.isPresent() ? number.get() : section.number(shortName).orElse(null);
  }

  private static UniqueScope scope(Section section, String key, String name)
      throws SettingsProblem {
    for (UniqueScope scope : UniqueScope.values()) {
      if (scope.wireName().equals(name)) {
        return scope;
      }
    }
    throw section.problem(key, name + " is none of realm, global, none");
  }

  private static String country(Section top) throws SettingsProblem {
    String country = top.text("default_country").orElse(Settings.DEFAULTS.defaultCountry());
    if (!List.of(Locale.getISOCountries()).contains(country)) {
      throw top.problem("default_country", country + " is no ISO 3166 code such as FR");
    }
    return country;
  }

  private static InputLimits limits(Section limits) throws SettingsProblem {
    limits.only(List.of("record_bytes", "field_characters", "depth", "expanded_bytes"));
    InputLimits defaults = InputLimits.DEFAULTS;
    return new InputLimits(
        (int) limits.whole("record_bytes", 1 << 10, 1 << 30).orElse(defaults.recordBytes()),
        (int) limits.whole("field_characters", 64, 1 << 28).orElse(defaults.fieldCharacters()),
        (int) limits.whole("depth", 4, 500).orElse(defaults.depth()),
        limits.whole("expanded_bytes", 1 << 20, 1L << 50).orElse(defaults.expandedBytes()));
  }

  private static PasswordSettings passwords(Section passwords) throws SettingsProblem {
    passwords.only(List.of("scheme", "bcrypt_cost", "argon2"));
    Section argon2 = passwords.section("argon2");
    argon2.only(List.of("memory_kib", "passes", "lanes"));
    PasswordSettings defaults = PasswordSettings.DEFAULTS;
    return new PasswordSettings(
        passwordScheme(passwords, defaults.scheme()),
        (int) passwords.whole("bcrypt_cost", 10, 16).orElse(defaults.bcryptCost()),
        (int) argon2.whole("memory_kib", 128, 1 << 20).orElse(defaults.argon2MemoryKib()),
        (int) argon2.whole("passes", 1, 16).orElse(defaults.argon2Passes()),
        (int) argon2.whole("lanes", 1, 16).orElse(defaults.argon2Lanes()));
  }

  private static PasswordSettings.Scheme passwordScheme(
      Section passwords, PasswordSettings.Scheme otherwise) throws SettingsProblem {
    Optional<String> name = passwords.text("scheme");
    if (name.isEmpty()) {
      return otherwise;
    }
    return PasswordSettings.Scheme.named(name.get())
        .orElseThrow(
            () -> passwords.problem("scheme", name.get() + " is none of argon2id, bcrypt"));
  }
}
