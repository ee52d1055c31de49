package dev.muster.app.upload.run;

import dev.muster.app.journal.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a simulation can't be executed.
 *
 * @param detail what changed, in English: a setting, an import, an action of the journal
 * @param actor who did it, if known
 * @param at when, if known
 */
public record Outdated(Reason reason, String detail, Optional<Actor> actor, Optional<Instant> at) {

  /** The kinds of reasons. */
  public enum Reason {
    /** The simulation is not completed. */
    NOT_COMPLETED("The simulation is not completed."),
    /** The file is being imported. */
    RUNNING("The file is being imported."),
    /** It is being executed, or was. */
    EXECUTED("The simulation was executed already."),
    /** The uploaded file was deleted. */
    FILE_GONE("The file was deleted."),
    /** The file is read in another way now: its encoding, mapping or another option. */
    OPTIONS("The file is read in another way since the simulation."),
    /** The settings that affect results have changed. */
    SETTINGS("The settings have changed since the simulation."),
    /** An import changed users since, or is changing them. */
    IMPORT("Users were imported since the simulation."),
    /** Users, roles, groups or rules changed since in another way. */
    DIRECTORY("The directory has changed since the simulation.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** The reason in English. */
    public String sentence() {
      return sentence;
    }
  }

  static Outdated of(Reason reason, String detail) {
    return new Outdated(reason, detail, Optional.empty(), Optional.empty());
  }

  static Outdated of(Reason reason, String detail, Actor actor, Instant at) {
    return new Outdated(reason, detail, Optional.of(actor), Optional.of(at));
  }

  /** The whole explanation in English. */
  public String message() {
    return reason.sentence()
        + (detail.isEmpty() ? "" : " " + detail)
        + (actor.isPresent() ? " By " + actor.get().name() : "")
        + (at.isPresent() ? " at " + at.get() : "")
        + (actor.isPresent() || at.isPresent() ? "." : "")
        + (reason == Reason.EXECUTED || reason == Reason.FILE_GONE || reason == Reason.RUNNING
            ? ""
            : " Simulate again.");
  }
}
