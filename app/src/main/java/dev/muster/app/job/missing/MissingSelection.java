package dev.muster.app.job.missing;

import dev.muster.user.User;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The users who are expected in an input, such as those who came from one source.
 *
 * @param kind what selects them
 * @param name the name of the source, or the key of the role or group
 */
public record MissingSelection(Kind kind, String name) {

  /**
   * Parses {@code source=NAME}, {@code role=KEY} or {@code group=KEY}; empty if the text is of
   * another form.
   */
  public static Optional<MissingSelection> parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || equals == text.length() - 1) {
      return Optional.empty();
    }
    String name = text.substring(equals + 1);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.wireName().equals(text.substring(0, equals)))
        .map(kind -> new MissingSelection(kind, name))
        .findFirst();
  }

  /** The selection as {@link #parse} reads it. */
  public String text() {
    return kind.wireName() + "=" + name;
  }

  /** Whether a user of the realm is expected. */
  public boolean includes(User user) {
    return switch (kind) {
      case SOURCE -> user.account().externalIds().stream().anyMatch(id -> id.source().equals(name));
      case ROLE -> user.account().roles().contains(name);
      case GROUP -> user.account().groups().contains(name);
    };
  }

  /** What selects users. */
  public enum Kind {
    /** They have an external id of a source. */
    SOURCE,
    /** They have a role. */
    ROLE,
    /** They are direct members of a group of the realm. */
    GROUP;

    /** The name in options and documents. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
