package dev.muster.app.console.page;

/** A section of the console, which the navigation of each page lists. */
public enum Section {
  IMPORTS("/users/import/", false),
  USERS("/users/", false),
  ROLES("/roles/", false),
  GROUPS("/groups/", false),
  REALMS("/realms/", false),
  SERVICES("/services/", true),
  JOURNAL("/journal/", true);

  private final String path;
  private final boolean ofAllRealms;

  Section(String path, boolean ofAllRealms) {
    this.path = path;
    this.ofAllRealms = ofAllRealms;
  }

  public String path() {
    return path;
  }

  /** The key of the section's name. */
  public String key() {
    return "section." + path.replaceAll("^/|/$", "").replace('/', '.');
  }

  /** Whether an administrator may see the section. */
  public boolean isFor(SignedIn reader) {
    return !ofAllRealms || reader.mayUseAll();
  }
}
