package dev.muster.app.job.missing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an import does about users who are missing from its input. */
public enum MissingAction {
  /** They are listed, and stay as they are. */
  REPORT,
  /** They are disabled, so that they can't log in. */
  DISABLE,
  /** They are deleted. */
  DELETE;

  /** The name in options and documents. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether users change, so that the limit applies. */
  public boolean writes() {
    return this != REPORT;
  }

  /** The wire names of all actions. */
  public static List<String> wireNames() {
    return Arrays.stream(values()).map(MissingAction::wireName).toList();
  }

  /** The action with a wire name. */
  public static Optional<MissingAction> named(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName().equals(wireName)).findFirst();
  }
}
