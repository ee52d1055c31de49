package dev.muster.decide;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.apply.ChunkQuery;
import dev.muster.apply.InMemoryDirectory;
import dev.muster.match.DirectoryView;
import dev.muster.match.Matcher;
import dev.muster.prepare.Candidate;
import dev.muster.problem.Problem;
import dev.muster.problem.ProblemCode;
import dev.muster.user.Catalog;
import dev.muster.user.Key;
import dev.muster.user.User;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every verdict there is, one row of decisions.txt each. */
class DecisionTableTest {

  static List<TableRow> rows() throws IOException {
    try (InputStream in = DecisionTableTest.class.getResourceAsStream("decisions.txt")) {
      List<String> lines = new String(requireNonNull(in).readAllBytes(), UTF_8).lines().toList();
      List<TableRow> rows = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
          rows.add(TableRow.of(i + 1, lines.get(i)));
        }
      }
      return rows;
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theDecisionIsTheOneInTheTable(TableRow row) {
    Verdict verdict = decide(row).fold(new Told());
    assertThat(verdict.words()).isEqualTo(row.decision());
    assertThat(verdict.problemTexts()).isEqualTo(row.problems());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatChangesCarriesTheMomentOfTheImport(TableRow row) {
    User after = decide(row).fold(new Told()).user();
    boolean changed = row.decision().matches("(create|update) .*|.*\\+");
    if (after != null) {
      assertThat(after.updatedAt()).isEqualTo(changed ? TableRow.NOW : TableRow.THEN);
      assertThat(after.createdAt())
          .isEqualTo(row.decision().startsWith("create") ? TableRow.NOW : TableRow.THEN);
    }
  }

  private static Decision decide(TableRow row) {
    Candidate candidate = row.candidate();
    Set<Key> others = new HashSet<>(candidate.loginKeys());
    candidate.claims().forEach(claim -> others.add(claim.key()));
    Set<Long> numbers = row.users().stream().map(User::id).collect(Collectors.toSet());
    DirectoryView view =
        new InMemoryDirectory(row.realm(), Catalog.EMPTY, Set.of("attributes.name"))
            .with(row.users())
            .load(new ChunkQuery(Set.of(candidate.identity()), others, others, numbers));
    return new Decider(new TablePolicy(row.onMatch()), row.realm(), TableRow.NOW)
        .decide(
            candidate,
            new Matcher(1).match(candidate, view),
            view,
            row.ledger(),
            TableRow.NEW_USER);
  }

  /**
   * A decision as the table has it.
   *
   * @param user whom the record is about; null for a reject
   */
  private record Verdict(String words, @Nullable User user, List<Problem> problems) {

    static Verdict of(String words, User user) {
      return new Verdict(words.replace("#", "#" + user.id()), user, List.of());
    }

    String problemTexts() {
      return problems.stream().map(Problem::message).collect(Collectors.joining(", "));
    }
  }

  private static final class Told implements Decision.Cases<Verdict> {

    @Override
    public Verdict create(Decision.Create create) {
      return Verdict.of("create #", create.user());
    }

    @Override
    public Verdict update(Decision.Update update) {
      return Verdict.of("update #", update.after());
    }

    @Override
    public Verdict unchanged(Decision.Unchanged unchanged) {
      return Verdict.of("unchanged #", unchanged.user());
    }

    @Override
    public Verdict skip(Decision.Skip skip) {
      return Verdict.of("skip #", skip.user());
    }

    @Override
    public Verdict repeat(Decision.Repeat repeat) {
      return Verdict.of(repeat.changed() ? "repeat # +" : "repeat #", repeat.after());
    }

    @Override
    public Verdict reject(Decision.Reject reject) {
      return new Verdict("reject", null, reject.problems());
    }
  }

  /** Tells what is taken, and by which line. */
  private record TablePolicy(OnMatch onMatch) implements Policy {

    @Override
    public String skipWarning() {
      return "left alone";
    }

    @Override
    public List<Problem> taken(List<Conflict> conflicts) {
      return conflicts.stream()
          .map(
              conflict ->
                  conflict.what()
                      + (conflict.firstLine() > 0 ? " of line " + conflict.firstLine() : ""))
          .map(message -> Problem.of(ProblemCode.UNIQUE_CONSTRAINT_FAILED, message))
          .toList();
    }

    @Override
    public Problem disputed(int userCount) {
      return Problem.of(ProblemCode.KEY_MATCHES_TOO_MANY_USERS, "fits " + userCount);
    }
  }
}
