package dev.muster.app.cli.text;

import dev.muster.app.job.Job;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Role;

/** The command lines that a summary prints for copying. */
public interface SummaryCommands {

  /** The command that lists all records of an import that have a problem of a code. */
  String list(Job job, ProblemCode code);

  /** The command that writes the results of all records, their warnings too. */
  String report(Job job);

  /** The command that makes a role in the import's realm. */
  String create(Role role, Job job);
}
