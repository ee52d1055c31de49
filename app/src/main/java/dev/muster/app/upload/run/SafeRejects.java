package dev.muster.app.upload.run;

import dev.muster.app.document.RejectFile;
import dev.muster.app.document.Results;
import dev.muster.app.format.SurveyedInput;
import dev.muster.app.job.Job;
import dev.muster.app.json.JsonText;
import dev.muster.app.json.StoredJson;
import dev.muster.app.store.Session;
import dev.muster.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The failed records of a report as a file like the uploaded one, to be opened in a spreadsheet,
 * corrected and uploaded again. Cells that a spreadsheet would run begin with an apostrophe; phone
 * numbers and other numbers with a sign do not.
 */
public final class SafeRejects {

  private SafeRejects() {}

  /**
   * The file.
   *
   * @param input the report's input; empty if it is gone
   */
  public static RejectFile of(Session store, Job report, Optional<SurveyedInput> input) {
    boolean table = !report.input().header().isEmpty();
    return new RejectFile(
        new Results(store.jobs(), report, Optional.empty()),
        input,
        table ? SafeRejects::safe : UnaryOperator.identity());
  }

  private static byte[] safe(byte[] source) {
    if (!(StoredJson.parse(new String(source, StandardCharsets.UTF_8))
        instanceof Value.Array row)) {
      return source;
    }
    Value.Array cells = new Value.Array(row.items().stream().map(SafeCell::of).toList());
    return JsonText.of(cells).getBytes(StandardCharsets.UTF_8);
  }
}
