package dev.muster.app.cli.session;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.store.Catalogs;
import dev.muster.problem.Nearest;
import dev.muster.problem.ShellText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps names and numbers of realms. */
public final class RealmNames {

  private final Catalogs catalogs;
  private final Map<Integer, String> byNumber = new HashMap<>();

  public RealmNames(Catalogs catalogs) {
    this.catalogs = catalogs;
  }

  /**
   * The number of a realm.
   *
   * @throws UsageProblem if there is no realm of this name
   */
  public int number(String name) throws UsageProblem {
    Optional<Integer> number = catalogs.realmNumber(name);
    if (number.isEmpty()) {
      List<String> known = catalogs.realmNames();
      throw new UsageProblem(
          "there is no realm "
              + name
              + Nearest.to(name, known).map(near -> "; did you mean " + near + "?").orElse("")
              + "; the realms are: "
              + String.join(", ", known)
              + ". Make it with: ",
          "realms create " + ShellText.quoted(name));
    }
    return number.get();
  }

  /** The name of a realm. */
  public String name(int number) {
    return byNumber.computeIfAbsent(number, key -> catalogs.realmName(key).orElse("?"));
  }
}
