package dev.muster.app.upload.run;

import dev.muster.app.job.Job;
import dev.muster.app.journal.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a simulation can't be executed.
 *
 * @param detail what changed, in English: a setting, an import, an action of the journal
 * @param actor who did it, if known
 * @param at when, if known
 * @param report the id of the report of the same file that is the reason
 */
public record Outdated(
    Reason reason,
    String detail,
    Optional<Actor> actor,
    Optional<Instant> at,
    Optional<String> report) {

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
    /** A row was run again already. */
    MENDED("A row was run again already."),
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

    /** Whether what changed may be in another realm, which not every reader may know about. */
    public boolean mayBeElsewhere() {
      return this == IMPORT || this == DIRECTORY;
    }

    /** Whether another simulation could be executed. */
    public boolean helpsToSimulateAgain() {
      return this != EXECUTED && this != FILE_GONE && this != RUNNING && this != MENDED;
    }

    /** The reason in English. */
    public String sentence() {
      return sentence;
    }
  }

  static Outdated of(Reason reason, String detail) {
    return new Outdated(reason, detail, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Outdated of(Reason reason, String detail, Actor actor, Instant at) {
    return new Outdated(reason, detail, Optional.of(actor), Optional.of(at), Optional.empty());
  }

  /** A reason that is a report of the same file. */
  static Outdated because(Reason reason, Job report) {
    return new Outdated(
        reason,
        "",
        Optional.of(report.provenance().actor()),
        Optional.of(report.createdAt()),
        Optional.of(report.id()));
  }

  /** The same reason, without anything that readers of one realm may not know. */
  public Outdated forAll() {
    return reason.mayBeElsewhere() ? of(reason, "") : this;
  }

  /** The whole explanation in English. */
  public String message() {
    return reason.sentence()
        + (detail.isEmpty() ? "" : " " + detail)
        + report.map(id -> " See report " + id + ".").orElse("")
        + (actor.isPresent() ? " By " + actor.get().name() : "")
        + (at.isPresent() ? " at " + at.get() : "")
        + (actor.isPresent() || at.isPresent() ? "." : "")
        + (reason.helpsToSimulateAgain() ? " Simulate again." : "");
  }
}
