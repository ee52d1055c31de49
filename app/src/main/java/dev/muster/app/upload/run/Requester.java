package dev.muster.app.upload.run;

import dev.muster.app.job.JobOptions;
import dev.muster.app.job.JobOrigin;
import dev.muster.app.job.Provenance;
import dev.muster.app.journal.Actor;

/**
 * Who asks for a report.
 *
 * @param bound whether only users of the file's realm may be changed
 */
public record Requester(Actor actor, boolean bound) {

  Provenance provenance() {
    return Provenance.of(actor, JobOrigin.CONSOLE);
  }

  JobOptions limit(JobOptions options) {
    return bound ? options.withinRealm() : options;
  }
}
