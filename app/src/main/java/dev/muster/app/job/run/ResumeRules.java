package dev.muster.app.job.run;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the import that a request resumes, and rejects imports that can't be resumed. */
final class ResumeRules {

  private ResumeRules() {}

  /** The import that the request of an input resumes; empty if it starts a new one. */
  static Optional<Job> unfinished(AdmittedInput input, Session store) {
    ImportRequest request = input.request();
    if (request.resumption() == Resumption.NEVER) {
      return Optional.empty();
    }
    List<Job> jobs =
        store
            .jobs()
            .unfinished(
                input.digest().join(), input.format().name(), request.realm(), request.options());
    Set<Long> submitted =
        request.resumption() == Resumption.UNSUBMITTED
            ? store.submitted().find(jobs).keySet()
            : Set.of();
    return jobs.stream().filter(job -> !submitted.contains(job.number())).findFirst();
  }

  static void refuseFinished(Job job) throws UsageProblem {
    if (job.state().finished()) {
      throw new UsageProblem(
          "import " + job.id() + " is finished: see ", "imports show " + job.id());
    }
  }

  static void refuseSubmitted(Job job, Session store) throws UsageProblem {
    if (store.submitted().find(job).isPresent()) {
      throw new UsageProblem(
          "import "
              + job.id()
              + (job.state() == JobState.PAUSED
                  ? " was submitted and is paused: to go on, see "
                  : " was submitted, so a worker resumes it: see "),
          (job.state() == JobState.PAUSED ? "imports resume " : "imports watch ") + job.id());
    }
  }
}
