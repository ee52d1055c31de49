package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.imports.ShownTrouble;
import dev.muster.app.journal.Actor;
import dev.muster.app.upload.run.Outdated;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a simulation is not executed, as a page explains it.
 *
 * @param key the text that explains it
 * @param detail what changed, in English; may be empty
 * @param by who did it
 * @param execution the page of the report that is the reason
 * @param canBeSimulatedAgain whether another simulation would help
 */
public record Outdating(
    String key,
    String detail,
    Optional<String> by,
    Optional<Instant> at,
    Optional<String> execution,
    boolean canBeSimulatedAgain) {

  /**
   * The explanation of a reason.
   *
   * @param execution the page of the report that is the reason
   * @param whole whether the reader may know of changes in all realms
   */
  static Outdating of(Outdated reason, Optional<String> execution, boolean whole) {
    Outdated shown = whole ? reason : reason.forAll();
    return new Outdating(
        ShownTrouble.key(reason.reason()),
        Shown.onPage(shown.detail()),
        shown.actor().map(Actor::name).map(Shown::inList),
        shown.at(),
        execution,
        reason.reason().helpsToSimulateAgain());
  }
}
