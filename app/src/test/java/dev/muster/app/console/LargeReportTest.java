package dev.muster.app.console;

import static dev.muster.app.console.ReportConsole.ended;
import static dev.muster.app.console.ReportConsole.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.console.Browser.Page;
import dev.muster.app.store.StoreKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a report of 100,000 rows are small, and come fast. */
class LargeReportTest {

  private static final int ROWS = 100_000;

  /** What a page may take on a machine that is busy with other tests. */
  private static final long MILLIS = 1000;

  @TempDir private Path folder;

  @Test
  void pagesAreSmallAndFast() throws Exception {
    try (ReportConsole muster = ReportConsole.start(StoreKind.SQLITE, folder)) {
      Browser ann = muster.ann();
      StringBuilder table = new StringBuilder("email key,first_name,_role_name\n");
      for (int i = 0; i < ROWS; i++) {
        boolean failed = i % 100 == 7;
        table.append("user").append(i).append(failed ? "" : "@example.com").append(",Name ");
        table.append(i).append(i % 1000 == 3 ? ",Boss\n" : ",\n");
      }
      String report = muster.simulate(muster.upload("people.csv", table.toString()));
      assertThat(ended(ann, report).body())
          .contains("data-total=\"100000\" data-inserted=\"99000\"");
      for (String query :
          List.of(
              "",
              "?after=50000",
              "?after=99990",
              "?outcome=failed",
              "?code=data-error&after=70000",
              "?q=user99001",
              "?mend=1")) {
        long fastest =
            IntStream.range(0, 3)
                .mapToLong(turn -> millis(ann, report + query))
                .min()
                .orElseThrow();
        assertThat(fastest).as(report + query).isLessThan(MILLIS);
        Page page = ann.get(report + query);
        assertThat(page.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(200_000);
      }
      assertThat(rows(ann.get(report))).hasSize(50);
      assertThat(rows(ann.get(ann.get(report).next()))).startsWith("52 inserted").hasSize(50);
      assertThat(rows(ann.get(report + "?after=99990"))).hasSize(9);
    }
  }

  private static long millis(Browser browser, String path) {
    try {
      long begun = System.nanoTime();
      browser.get(path).require(200);
      return (System.nanoTime() - begun) / 1_000_000;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
