package dev.muster.app.job;

import dev.muster.app.journal.Actor;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who requested an import, through which interface, and its further ids.
 *
 * @param publicId its id in an API with its own form of ids; unique
 * @param externalId an id chosen by the client; not unique
 * @param idempotencyKey two requests with the same key, actor and realm are one import
 * @param parent the number of the import that this one is based on: a simulation that is now
 *     executed, or an import whose failed records were corrected
 * @param report of which uploaded file it is a report; empty for other imports
 */
public record Provenance(
    Actor actor,
    JobOrigin origin,
    Optional<String> publicId,
    Optional<String> externalId,
    Optional<String> idempotencyKey,
    OptionalLong parent,
    Optional<ReportOf> report) {

  /** The provenance of an import that is no report of an uploaded file. */
  public Provenance(
      Actor actor,
      JobOrigin origin,
      Optional<String> publicId,
      Optional<String> externalId,
      Optional<String> idempotencyKey,
      OptionalLong parent) {
    this(actor, origin, publicId, externalId, idempotencyKey, parent, Optional.empty());
  }

  /** The provenance of an import without further ids. */
  public static Provenance of(Actor actor, JobOrigin origin) {
    return new Provenance(
        actor, origin, Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());
  }

  public Provenance withPublicId(String id) {
    return new Provenance(
        actor, origin, Optional.of(id), externalId, idempotencyKey, parent, report);
  }

  public Provenance withExternalId(String id) {
    return new Provenance(actor, origin, publicId, Optional.of(id), idempotencyKey, parent, report);
  }

  public Provenance withIdempotencyKey(String key) {
    return new Provenance(actor, origin, publicId, externalId, Optional.of(key), parent, report);
  }

  public Provenance after(Job job) {
    return new Provenance(
        actor, origin, publicId, externalId, idempotencyKey, OptionalLong.of(job.number()), report);
  }

  /** As a report of an uploaded file. */
  public Provenance as(ReportOf file) {
    return new Provenance(
        actor, origin, publicId, externalId, idempotencyKey, parent, Optional.of(file));
  }
}
