package dev.muster.app.http.api;

import dev.muster.app.document.DetailDocument;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.Job;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.ResultPage;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes pages of results of an import. */
final class RecordPage {

  private static final int LIMIT = 100;
  private static final int LIMIT_MAX = 1000;

  /** After this time a page ends, even if it has fewer records than its limit. */
  private static final Duration SEARCH = Duration.ofSeconds(2);

  private final JobStore store;
  private final Job job;
  private final KeptRecords kept;
  private final DetailDocument details;

  RecordPage(JobStore store, Job job, KeptRecords kept, DetailDocument details) {
    this.store = store;
    this.job = job;
    this.kept = kept;
    this.details = details;
  }

  /** A page, and the cursor of the next one, which is null at the end. */
  Struct document(RecordParameters parameters) throws ApiProblem {
    long limit = parameters.limit().orElse(LIMIT);
    if (limit > LIMIT_MAX) {
      throw QueryParameters.invalid(
          "limit is at most " + LIMIT_MAX + " in JSON; NDJSON and CSV have no such limit.");
    }
    ResultFilter filter = parameters.filter(kept);
    List<Value> records = new ArrayList<>();
    OptionalLong next = OptionalLong.of(parameters.after());
    long start = System.nanoTime();
    do {
      int some = (int) limit - records.size();
      ResultPage page = store.page(job, filter, next.getAsLong(), some);
      page.items().forEach(item -> records.add(shown(item)));
      next = page.next();
    } while (next.isPresent()
        && records.size() < limit
        && System.nanoTime() - start < SEARCH.toNanos());
    return new Struct.Builder()
        .append("records", new Value.Array(records))
        .append("next", next.isPresent() ? Value.of(next.getAsLong()) : Value.NULL)
        .build();
  }

  private Struct shown(ResultPage.Item item) {
    Struct record = kept.show(item.source(), item.result());
    return details.of(item.result(), record.isEmpty() ? null : record);
  }
}
