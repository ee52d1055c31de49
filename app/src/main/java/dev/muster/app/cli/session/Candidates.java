package dev.muster.app.cli.session;

import java.util.Iterator;
import java.util.List;

/** The values of an option, for shell completion. */
public abstract class Candidates implements Iterable<String> {

  private final List<String> words;

  public Candidates(String... words) {
    this.words = List.of(words);
  }

  @Override
  public Iterator<String> iterator() {
    return words.iterator();
  }

  /** For {@code --format}. */
  public static final class FormatNames extends Candidates {
    FormatNames() {
      super("auto", "auth0", "authgear", "csv", "restauth", "xlsx");
    }
  }

  /** For {@code --identifier}. */
  public static final class Identifiers extends Candidates {
    Identifiers() {
      super("email", "preferred_username", "phone_number");
    }
  }

  /** For {@code --details}. */
  public static final class Extents extends Candidates {
    Extents() {
      super("all", "problems", "none");
    }
  }

  /** For the id of an import: a mark, in whose place a completion script lists the imports. */
  public static final class ImportIds extends Candidates {

    public static final String MARK = "IMPORT-IDS";

    ImportIds() {
      super(MARK);
    }
  }

  /** For {@code help}. */
  public static final class CommandNames extends Candidates {
    CommandNames() {
      super(
          "import",
          "restauth-import",
          "imports",
          "worker",
          "workers",
          "serve",
          "token",
          "admins",
          "webhooks",
          "users",
          "roles",
          "groups",
          "services",
          "realms",
          "journal",
          "db",
          "config",
          "hash",
          "version",
          "completion");
    }
  }

  /** For {@code --outcome}. */
  public static final class Outcomes extends Candidates {
    Outcomes() {
      super("inserted", "updated", "skipped", "failed");
    }
  }
}
