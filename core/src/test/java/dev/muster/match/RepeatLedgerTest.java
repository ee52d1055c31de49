package dev.muster.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.match.RepeatLedger.Entry;
import dev.muster.prepare.Claim;
import dev.muster.problem.Problem;
import dev.muster.user.Key;
import dev.muster.user.LoginIdKind;
import dev.muster.user.UniqueScope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatLedgerTest {

  private static final Key ANN = Key.of(LoginIdKind.EMAIL, "ann@x");
  private static final Key BOB = Key.of(LoginIdKind.EMAIL, "bob@x");

  @Test
  void aTakenKeyIsFoundWithTheLineThatTookItFirst() {
    RepeatLedger ledger = new RepeatLedger(key -> true, Map.of());
    ledger.take(List.of(claim(ANN, true)), 2, 7);
    ledger.take(List.of(claim(ANN, true)), 3, 8);
    assertThat(ledger.find(ANN)).isEqualTo(new Entry(2, 7));
    assertThat(ledger.find(BOB)).isNull();
  }

  @Test
  void whatEarlierChunksTookStaysTheirs() {
    RepeatLedger ledger = new RepeatLedger(key -> true, Map.of(ANN, new Entry(2, 7)));
    ledger.take(List.of(claim(ANN, true), claim(BOB, true)), 9, 8);
    assertThat(ledger.find(ANN)).isEqualTo(new Entry(2, 7));
    assertThat(ledger.added()).containsExactly(Map.entry(BOB, new Entry(9, 8)));
  }

  @Test
  void keysThatOccurOnceAreNotKept() {
    RepeatLedger ledger = new RepeatLedger(ANN::equals, Map.of());
    ledger.take(List.of(claim(ANN, true), claim(BOB, true)), 2, 7);
    assertThat(ledger.added()).containsOnlyKeys(ANN);
    assertThat(ledger.find(BOB)).isNull();
  }

  @Test
  void claimsThatDoNotConcernTheFileAreNotKept() {
    RepeatLedger ledger = new RepeatLedger(key -> true, Map.of());
    ledger.take(List.of(claim(ANN, false)), 2, 7);
    assertThat(ledger.added()).isEmpty();
  }

  @Test
  void noLedgerKeepsNothing() {
    RepeatLedger none = RepeatLedger.none();
    none.take(List.of(claim(ANN, true)), 2, 7);
    assertThat(none.find(ANN)).isNull();
    assertThat(none.added()).isEmpty();
  }

  private static Claim claim(Key key, boolean inFile) {
    return new Claim(key, UniqueScope.NONE, false, inFile, "email", Problem.NO_COLUMN);
  }
}
