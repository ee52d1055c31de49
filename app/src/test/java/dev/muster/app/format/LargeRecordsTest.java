package dev.muster.app.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ChunkImport;
import dev.muster.app.format.authgear.AuthgearLinesFormat;
import dev.muster.app.format.csv.CsvFormat;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.hash.TableHashes;
import dev.muster.apply.ChunkQuery;
import dev.muster.apply.Directory;
import dev.muster.decide.Decider;
import dev.muster.match.DirectoryView;
import dev.muster.match.Matcher;
import dev.muster.match.Owner;
import dev.muster.match.RepeatLedger;
import dev.muster.match.UserChange;
import dev.muster.password.CostBounds;
import dev.muster.password.HashSchemes;
import dev.muster.prepare.Prepared;
import dev.muster.profile.AttributeDeclaration;
import dev.muster.profile.AttributeKind;
import dev.muster.profile.Dialect;
import dev.muster.read.ReadResult;
import dev.muster.report.Outcome;
import dev.muster.report.RecordResult;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.RealmRules;
import dev.muster.user.UniqueScope;
import dev.muster.user.User;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Records with thousands of members cost no more, for each member, than small ones: else a hostile
 * record could keep an import busy for minutes.
 */
class LargeRecordsTest {

  /** Members of a small record. */
  private static final int FEW = 50;

  /** How much dearer a member of a large record may be; comparing all names costs far more. */
  private static final int RATIO = 4;

  private static final int TRIES = 3;

  @Test
  void tablesOfManyColumns() throws Exception {
    assertLinear(4000, 30, LargeRecordsTest::importTable);
  }

  @Test
  void recordsOfManyAttributes() throws Exception {
    assertLinear(5000, 30, LargeRecordsTest::importObjects);
  }

  /** Imports few large records, and so many small ones that there are as many members. */
  private static void assertLinear(int many, int records, Work work) throws Exception {
    long small = Long.MAX_VALUE;
    long large = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      small = Math.min(small, cpuNanos(() -> work.run(FEW, records * many / FEW)));
      large = Math.min(large, cpuNanos(() -> work.run(many, records)));
    }
    assertThat(large).as("ns, where small records took %s", small).isLessThan(RATIO * small);
  }

  private static long cpuNanos(Callable<List<RecordResult>> work) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    List<RecordResult> results = work.call();
    long took = threads.getCurrentThreadCpuTime() - before;
    assertThat(results).allMatch(each -> each.outcome() == Outcome.INSERTED);
    return took;
  }

  private static List<RecordResult> importTable(int columns, int records) throws Exception {
    List<AttributeDeclaration> attributes =
        IntStream.range(0, columns)
            .mapToObj(i -> attribute("a_column_with_a_rather_long_name_" + i))
            .toList();
    String header =
        attributes.stream().map(AttributeDeclaration::name).collect(Collectors.joining(","));
    StringBuilder table = new StringBuilder("@reject-reason,email key," + header + "\n");
    for (int row = 0; row < records; row++) {
      table.append("reason,user" + row + "@example.com").append(",v".repeat(columns)).append('\n');
    }
    ImportOptions options =
        new ImportOptions(
            Optional.empty(),
            Optional.empty(),
            "auto",
            Inputs.REALM,
            attributes,
            "FR",
            InputLimits.DEFAULTS);
    return importAll(
        new CsvFormat(new TableHashes(CostBounds.DEFAULTS)), table.toString(), options);
  }

  private static List<RecordResult> importObjects(int members, int records) throws Exception {
    String attributes =
        IntStream.range(0, members)
            .mapToObj(i -> "\"an_attribute_with_a_rather_long_name_" + i + "\":\"v\"")
            .collect(Collectors.joining(","));
    StringBuilder lines = new StringBuilder();
    for (int row = 0; row < records; row++) {
      lines.append("{\"email\":\"user" + row + "@example.com\",\"custom_attributes\":{");
      lines.append(attributes).append("}}\n");
    }
    return importAll(
        new AuthgearLinesFormat(new HashSchemes(List.of())),
        lines.toString(),
        JsonInputs.identifier("email"));
  }

  /** Imports records of so many members. */
  private interface Work {
    List<RecordResult> run(int members, int records) throws Exception;
  }

  private static AttributeDeclaration attribute(String name) {
    return new AttributeDeclaration(
        name, AttributeKind.STRING, name, false, UniqueScope.NONE, null, null, List.of());
  }

  private static List<RecordResult> importAll(
      ImportFormat format, String text, ImportOptions options) throws Exception {
    try (InputFile file = JsonInputs.file(text)) {
      SurveyedInput input = format.survey(file, options);
      Dialect dialect = input.dialect();
      List<RecordResult> results = new ArrayList<>();
      for (ReadResult read : JsonInputs.readAll(input, 100)) {
        Prepared prepared =
            read.fold(
                dialect.preparation()::prepare,
                bad -> new Prepared.Invalid(bad.position(), List.of(bad.problem())));
        results.addAll(
            new ChunkImport(
                    new Matcher(1),
                    new Decider(dialect.policy(), Inputs.REALM, Instant.EPOCH),
                    1,
                    true)
                .run(List.of(prepared), new EmptyDirectory(), RepeatLedger.none()));
      }
      return results;
    }
  }

  /** Holds nobody, and forgets who is added. */
  private static final class EmptyDirectory implements Directory {

    @Override
    public DirectoryView load(ChunkQuery query) {
      Map<Key, List<Owner>> owners = new HashMap<>();
      Map<Long, User> users = new HashMap<>();
      return new DirectoryView(owners, users, Catalog.EMPTY, RealmRules.DEFAULTS, Set.of());
    }

    @Override
    public void apply(Collection<UserChange> changes) {}
  }
}
