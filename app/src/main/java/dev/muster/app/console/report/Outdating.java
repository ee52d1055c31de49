package dev.muster.app.console.report;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.journal.Actor;
import dev.muster.app.upload.run.Outdated;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

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

  static Outdating of(Outdated reason, Optional<String> execution) {
    return new Outdating(
        "report.outdated." + reason.reason().name().toLowerCase(Locale.ROOT).replace("_", ""),
        reason.reason() == Outdated.Reason.EXECUTED ? "" : Shown.onPage(reason.detail()),
        reason.actor().map(Actor::name).map(Shown::inList),
        reason.at(),
        execution);
  }

  /** Whether another simulation would help. */
  public boolean canBeSimulatedAgain() {
    return !key.endsWith(".executed") && !key.endsWith(".filegone");
  }
}
