package dev.muster.user;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a record calls a role: its key, or its name.
 *
 * @param byName whether {@code text} is the role's name; otherwise it is the key
 */
public record RoleReference(String text, boolean byName) {

  /** Sorts by the text. */
  public static final Comparator<RoleReference> BY_TEXT =
      Comparator.comparing(RoleReference::text).thenComparing(RoleReference::byName);

  private static final String NAME = "role_name";
  private static final String KEY_MEMBER = "role_key";
  private static final int KEY_CHARACTERS_MAX = 40;
  private static final int NAME_CHARACTERS_MAX = 255;
  private static final int NUMBER_MAX = 1000;

  /** The beginning of keys that Authgear keeps for itself. */
  private static final String RESERVED = "authgear:";

  private static final Pattern KEY = Pattern.compile("[a-zA-Z_][a-zA-Z0-9:_]*");
  private static final Pattern NOT_IN_KEYS = Pattern.compile("[^a-z0-9:]+");
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  /** The reference as details of a problem, which {@link #of} reads. */
  public Struct toStruct() {
    return Struct.of(byName ? NAME : KEY_MEMBER, Value.of(text));
  }

  /** The reference in details of a problem; empty if they have none. */
  public static Optional<RoleReference> of(Struct details) {
    String name = details.text(NAME);
    String key = details.text(KEY_MEMBER);
    return name != null
        ? Optional.of(new RoleReference(name, true))
        : Optional.ofNullable(key).map(text -> new RoleReference(text, false));
  }

  /** Whether a text can be the key of a new role or group. */
  public static boolean isKey(String text) {
    return hasFormOfKey(text) && !text.startsWith(RESERVED);
  }

  /** Whether no new role or group gets this key, but earlier versions may have made one with it. */
  public static boolean isReservedKey(String text) {
    return hasFormOfKey(text) && text.startsWith(RESERVED);
  }

  private static boolean hasFormOfKey(String text) {
    return text.length() <= KEY_CHARACTERS_MAX && KEY.matcher(text).matches();
  }

  /** The role that is meant; null if there is none. */
  public @Nullable Role in(Catalog catalog) {
    return byName ? catalog.roleNamed(text) : catalog.role(text);
  }

  /**
   * A new role that this would refer to: with this key, or with this name and a key that is made of
   * it and that no other role has. Empty if the text can be neither.
   */
  public Optional<Role> proposed(Catalog catalog) {
    if (!byName) {
      return isKey(text) ? Optional.of(new Role(text, text)) : Optional.empty();
    }
    if (text.isBlank() || text.length() > NAME_CHARACTERS_MAX || CONTROL.matcher(text).find()) {
      return Optional.empty();
    }
    String key = key();
    for (int number = 1; number <= NUMBER_MAX; number++) {
      String end = number == 1 ? "" : "_" + number;
      String free = key.substring(0, Math.min(key.length(), KEY_CHARACTERS_MAX - end.length()));
      if (catalog.role(free + end) == null) {
        return Optional.of(new Role(free + end, text));
      }
    }
    return Optional.empty();
  }

  /** {@code chef_de_service} for "Chef de service"; a number's digits behind an underscore. */
  private String key() {
    if (isKey(text)) {
      return text;
    }
    String letters =
        ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    String joined = NOT_IN_KEYS.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("_");
    String key = joined.replaceAll("^_+|_+$", "");
    if (key.isEmpty()) {
      return "role";
    }
    boolean begins = isKey(key.substring(0, 1)) && !key.startsWith(RESERVED);
    return begins ? key : "_" + key;
  }
}
