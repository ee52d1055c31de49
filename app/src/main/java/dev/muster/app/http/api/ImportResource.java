package dev.muster.app.http.api;

import dev.muster.app.document.MissingDocument;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.job.Job;
import dev.muster.app.job.TallySummary;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.report.Tally;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An import as a resource of the API, without secrets. */
final class ImportResource {

  private ImportResource() {}

  /** The path of an import. */
  static String path(Job job) {
    return ApiEndpoints.ROOT + "/imports/" + job.id();
  }

  /** An import for a caller, who is told the names of missing users only if he may read users. */
  static Struct of(Job job, Session store, Caller caller) {
    Struct resource = of(job, store.jobs().tally(job), store.submitted().find(job));
    boolean named = caller.may(Scope.USERS_READ);
    return (named ? MissingDocument.of(job, store) : MissingDocument.counts(job, store))
        .map(missing -> resource.edit().append("missing", missing).build())
        .orElse(resource);
  }

  /** Imports, in their order. */
  static List<Value> all(List<Job> jobs, Session store) {
    Map<Long, Tally> tallies = store.jobs().tallies(jobs);
    Map<Long, Submission> submissions = store.submitted().find(jobs);
    return jobs.stream()
        .<Value>map(
            job ->
                of(
                    job,
                    tallies.getOrDefault(job.number(), Tally.ZERO),
                    Optional.ofNullable(submissions.get(job.number()))))
        .toList();
  }

  private static Struct of(Job job, Tally tally, Optional<Submission> submission) {
    Struct.Builder out =
        new Struct.Builder()
            .append("id", Value.of(job.id()))
            .append("status", Value.of(job.state().wireName()))
            .append("dry_run", Value.of(job.options().dryRun()))
            .append("format", Value.of(job.format()))
            .append("realm", Value.of(job.realm()))
            .append("source", Value.of(job.source()))
            .append("records", Value.of(job.records()))
            .append("summary", TallySummary.of(tally))
            .append("created_at", Value.of(job.createdAt().toString()))
            .append("completed_at", time(job.completedAt()))
            .append("expires_at", time(job.times().expiresAt()))
            .append("actor", Value.of(job.provenance().actor().wireName()))
            .append("origin", Value.of(job.provenance().origin().wireName()));
    job.provenance().publicId().ifPresent(id -> out.append("public_id", Value.of(id)));
    job.provenance().externalId().ifPresent(id -> out.append("external_id", Value.of(id)));
    out.append("options", options(job));
    submission.flatMap(Submission::node).ifPresent(node -> out.append("node", Value.of(node)));
    submission
        .flatMap(Submission::trouble)
        .ifPresent(trouble -> out.append("trouble", Value.of(trouble)));
    return out.append("links", links(job)).build();
  }

  private static Struct options(Job job) {
    Struct.Builder options = job.options().toStruct().edit();
    options.remove("settings");
    options.remove("dry_run");
    if (options.get(Mapping.OPTION) instanceof Struct) {
      options.put(Mapping.OPTION, Mapping.stored(job.options().formatOptions()).toShownStruct());
    }
    return options.build();
  }

  private static Struct links(Job job) {
    String self = path(job);
    return new Struct.Builder()
        .append("self", Value.of(self))
        .append("records", Value.of(self + "/records"))
        .append("rejects", Value.of(self + "/rejects"))
        .append("events", Value.of(self + "/events"))
        .build();
  }

  private static Value time(Optional<Instant> time) {
    return time.<Value>map(instant -> Value.of(instant.toString())).orElse(Value.NULL);
  }
}
