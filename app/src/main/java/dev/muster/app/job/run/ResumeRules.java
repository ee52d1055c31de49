package dev.muster.app.job.run;

import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.store.Session;

/** Rejects recorded imports that can't be resumed. */
final class ResumeRules {

  private ResumeRules() {}

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
