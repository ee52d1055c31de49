package dev.muster.app.mail;

import dev.muster.app.job.Job;
import dev.muster.app.job.JobState;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.store.Session;
import dev.muster.app.store.Submission;
import dev.muster.problem.Problem;
import dev.muster.problem.WarningCode;
import dev.muster.report.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a mail tells about an ended import.
 *
 * @param reason why the input could not be imported; empty if it could
 * @param problems the most frequent problems, the most frequent one first
 * @param link the address of the whole report; empty if the server's address is not known
 */
record ImportReport(
    Job job,
    Tally tally,
    Optional<String> reason,
    List<TopProblem> problems,
    Optional<String> link) {

  private static final int PROBLEMS_MAX = 5;

  private static final Set<String> WARNINGS =
      Stream.of(WarningCode.values())
          .map(WarningCode::wireName)
          .collect(Collectors.toUnmodifiableSet());

  ImportReport {
    problems = List.copyOf(problems);
  }

  /**
   * One kind of problem.
   *
   * @param records how many records have it
   * @param example the message of the first one
   */
  record TopProblem(String code, long records, String example) {}

  /** The report of a job. */
  static ImportReport of(Session session, Job job, Optional<String> link) {
    JobStore jobs = session.jobs();
    List<Map.Entry<String, Long>> counts = new ArrayList<>(jobs.problemCounts(job).entrySet());
    counts.removeIf(each -> WARNINGS.contains(each.getKey()));
    counts.sort(
        Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    List<TopProblem> problems =
        counts.stream()
            .limit(PROBLEMS_MAX)
            .map(each -> new TopProblem(each.getKey(), each.getValue(), example(jobs, job, each)))
            .toList();
    return new ImportReport(job, jobs.tally(job), reason(session, job), problems, link);
  }

  private static Optional<String> reason(Session session, Job job) {
    return job.state() == JobState.FAILED
        ? session.submitted().find(job).flatMap(Submission::trouble)
        : Optional.empty();
  }

  private static String example(JobStore jobs, Job job, Map.Entry<String, Long> problem) {
    ResultPage page = jobs.page(job, ResultFilter.ALL.withCode(problem.getKey()), 0, 1);
    return page.items().stream()
        .flatMap(item -> item.result().problems().stream())
        .filter(each -> each.code().wireName().equals(problem.getKey()))
        .map(Problem::message)
        .findFirst()
        .orElse("");
  }
}
