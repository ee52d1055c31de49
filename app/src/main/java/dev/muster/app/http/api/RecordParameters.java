package dev.muster.app.http.api;

import dev.muster.app.document.ShownValues;
import dev.muster.app.format.KeptRecords;
import dev.muster.app.job.JobStore;
import dev.muster.app.job.ResultFilter;
import dev.muster.app.job.TextSearch;
import dev.muster.report.Outcome;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which results of an import a request wants.
 *
 * @param code the wire name of a problem or warning
 * @param after only records with a greater index
 * @param limit the most records
 */
record RecordParameters(
    Optional<Outcome> outcome,
    Optional<String> code,
    OptionalLong line,
    Optional<String> text,
    long after,
    OptionalLong limit) {

  private static final List<String> OUTCOMES =
      Arrays.stream(Outcome.values()).map(Outcome::wireName).toList();

  private static Optional<Outcome> outcome(String name) {
    return Arrays.stream(Outcome.values()).filter(each -> each.wireName().equals(name)).findFirst();
  }

  static RecordParameters of(Context context) throws ApiProblem {
    QueryParameters query =
        QueryParameters.of(context, List.of("outcome", "code", "line", "text", "after", "limit"));
    Optional<String> outcome = query.word("outcome", OUTCOMES);
    return new RecordParameters(
        outcome.flatMap(RecordParameters::outcome),
        query.word("code", ResultFilter.CODES),
        query.whole("line", 1, Long.MAX_VALUE),
        query.text("text").filter(words -> !words.isEmpty()),
        query.whole("after", JobStore.START, Long.MAX_VALUE - 1).orElse(JobStore.START),
        query.whole("limit", 1, Long.MAX_VALUE));
  }

  /**
   * The filter.
   *
   * @param kept renders the records to search
   */
  ResultFilter filter(KeptRecords kept) {
    return new ResultFilter(
        outcome,
        code,
        line,
        Optional.empty(), // changed or not
        text.map(words -> new TextSearch(words, ShownValues.of(kept))));
  }
}
