package dev.muster.bench;

import dev.muster.app.Application;
import dev.muster.app.document.ShownValues;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobFilter;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.app.job.TextSearch;
import dev.muster.app.job.restauth.RestAuthLog;
import dev.muster.app.job.run.Imports;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.store.Session;
import dev.muster.app.store.WaitListener;
import dev.muster.report.Outcome;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how long it takes to find a page of an import's results.
 *
 * <p>{@code FindPages make FILE RECORDS EVERY} writes records as NDJSON, of which one in {@code
 * EVERY} fails. {@code FindPages find URL} then finds pages of the latest import of a directory,
 * and prints a line for each filter: the milliseconds of the first search, the median and maximum
 * of further ones, the number of results, and the filter.
 */
public final class FindPages {

  private static final int TIMES = 30;
  private static final int PAGE = 50;

  private FindPages() {}

  /** Runs the program; see the class comment. */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("make")) {
      make(Path.of(args[1]), Long.parseLong(args[2]), Long.parseLong(args[3]));
      return;
    }
    Path here = Path.of("").toAbsolutePath();
    try (Application application =
            new Application(
                here, Optional.empty(), Optional.of(args[1]), Map.of(), WaitListener.SILENT);
        Session session = application.open();
        Imports imports = application.imports(session, new StopSignal(), RestAuthLog.NONE)) {
      JobStore jobs = session.jobs();
      Job job = jobs.page(JobFilter.ALL, JobStore.LATEST, 1).get(0);
      KeptRecords kept = imports.kept(job);
      filters(job, kept).forEach((name, wanted) -> measure(jobs, job, name, wanted));
    }
  }

  private static void make(Path file, long records, long every) throws Exception {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (long i = 0; i < records; i++) {
        String email = i % every == 0 ? "broken-" + i : "person" + i + "@example.com";
        out.write("{\"email\":\"" + email + "\",\"name\":\"Person " + i + "\",");
        out.write("\"given_name\":\"Person\",\"family_name\":\"Number " + i + "\"}\n");
      }
    }
  }

  private record Wanted(ResultFilter filter, long after) {}

  private static Map<String, Wanted> filters(Job job, KeptRecords kept) {
    long records = job.records();
    long middle = records / 2;
    long last =
        records - 1 - (records - 1) % 100; // fails, whether all records fail or one in a hundred
    Map<String, Wanted> filters = new LinkedHashMap<>();
    ResultFilter all = ResultFilter.ALL;
    filters.put("everything, first page", new Wanted(all, JobStore.START));
    filters.put("everything, from the middle", new Wanted(all, middle));
    filters.put("failed, first page", new Wanted(all.with(Outcome.FAILED), JobStore.START));
    filters.put("failed, from the middle", new Wanted(all.with(Outcome.FAILED), middle));
    filters.put("skipped: none", new Wanted(all.with(Outcome.SKIPPED), JobStore.START));
    String code = "ValidationFailed";
    filters.put("code, first page", new Wanted(all.withCode(code), JobStore.START));
    filters.put("code, last page", new Wanted(all.withCode(code), last - 1));
    filters.put("code: none", new Wanted(all.withCode("data-error"), JobStore.START));
    filters.put("line, the last", new Wanted(all.atLine(records), JobStore.START));
    filters.put(
        "text: in every problem", new Wanted(text(all, "BARE E-MAIL", kept), JobStore.START));
    filters.put(
        "text: one failed record, the last",
        new Wanted(text(all, "number " + last, kept), JobStore.START));
    filters.put("text: nowhere", new Wanted(text(all, "no such text", kept), JobStore.START));
    return filters;
  }

  private static ResultFilter text(ResultFilter filter, String text, KeptRecords kept) {
    return filter.with(new TextSearch(text, ShownValues.of(kept)));
  }

  private static void measure(JobStore jobs, Job job, String name, Wanted wanted) {
    double first = 0;
    double[] rest = new double[TIMES];
    List<ResultPage.Item> items = List.of();
    for (int i = -1; i < TIMES; i++) {
      long begun = System.nanoTime();
      ResultPage page = jobs.page(job, wanted.filter(), wanted.after(), PAGE);
      double milliseconds = (System.nanoTime() - begun) / 1e6;
      items = page.items();
      if (i < 0) {
        first = milliseconds;
      } else {
        rest[i] = milliseconds;
      }
    }
    Arrays.sort(rest);
    System.out.printf(
        Locale.ROOT,
        "%.1f %.1f %.1f %d %s%n",
        first,
        rest[TIMES / 2],
        rest[TIMES - 1],
        items.size(),
        name);
  }
}
