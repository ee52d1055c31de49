package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.journal.Actor;
import dev.muster.app.upload.run.Outdated;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why a simulation is not executed, as a page explains it.
 *
 * @param key the text that explains it
 * @param detail what changed, in English; may be empty
 * @param by who did it
 * @param execution the page of the report that executes it already
 */
public record Outdating(
    String key,
    String detail,
    Optional<String> by,
    Optional<Instant> at,
    Optional<String> execution) {

  /** Reasons that are another report. */
  private static final Set<Outdated.Reason> LINKED =
      Set.of(Outdated.Reason.EXECUTED, Outdated.Reason.RUNNING);

  /** Reasons that may lie in other realms. */
  private static final Set<Outdated.Reason> ELSEWHERE =
      Set.of(Outdated.Reason.IMPORT, Outdated.Reason.DIRECTORY);

  /**
   * The explanation of a reason.
   *
   * @param whole whether the reader may know of changes in all realms
   */
  static Outdating of(Outdated reason, Optional<String> execution, boolean whole) {
    boolean elsewhere = ELSEWHERE.contains(reason.reason());
    if (elsewhere && !whole) {
      return of(
          new Outdated(reason.reason(), "", Optional.empty(), Optional.empty()), execution, true);
    }
    return new Outdating(
        "report.outdated." + reason.reason().name().toLowerCase(Locale.ROOT).replace("_", ""),
        LINKED.contains(reason.reason()) ? "" : Shown.onPage(reason.detail()),
        reason.actor().map(Actor::name).map(Shown::inList),
        reason.at(),
        execution);
  }

  /** Whether another simulation would help. */
  public boolean canBeSimulatedAgain() {
    return !key.endsWith(".executed") && !key.endsWith(".filegone") && !key.endsWith(".running");
  }
}
