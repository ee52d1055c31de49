package dev.muster.app.job;

import dev.muster.app.journal.Actor;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who asked for an import and how, and what it is called besides its id.
 *
 * @param publicId what an API that has ids of its own calls it; unique
 * @param externalId what its client calls it; any number of imports may share it
 * @param idempotencyKey given twice by one actor for one realm, it means one import
 * @param parent the number of the import that this one follows from: a simulation that is executed
 *     now, or one whose failed records were mended
 */
public record Provenance(
    Actor actor,
    JobOrigin origin,
    Optional<String> publicId,
    Optional<String> externalId,
    Optional<String> idempotencyKey,
    OptionalLong parent) {

  /** Asked for by an actor, without any other name. */
  public static Provenance of(Actor actor, JobOrigin origin) {
    return new Provenance(
        actor, origin, Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.empty());
  }

  public Provenance withPublicId(String id) {
    return new Provenance(actor, origin, Optional.of(id), externalId, idempotencyKey, parent);
  }

  public Provenance withExternalId(String id) {
    return new Provenance(actor, origin, publicId, Optional.of(id), idempotencyKey, parent);
  }

  public Provenance withIdempotencyKey(String key) {
    return new Provenance(actor, origin, publicId, externalId, Optional.of(key), parent);
  }

  public Provenance after(Job job) {
    return new Provenance(
        actor, origin, publicId, externalId, idempotencyKey, OptionalLong.of(job.number()));
  }
}
