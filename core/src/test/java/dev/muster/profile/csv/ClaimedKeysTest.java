package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.prepare.Claim;
import dev.muster.prepare.Prepared;
import dev.muster.read.SourceRecord;
import dev.muster.user.Key;
import dev.muster.user.UniqueScope;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedKeysTest {

  private static final String ROW = "app,7,Joerg@Bücher.example,Jörg,ﬁ,0606060606,Uli";

  private final Tables tables = new Tables();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_source_name,_source_id,email,username,first_name,phone,nickname",
        "_source_name,_source_id,email unique,username,first_name unique,phone unique,nickname",
        "nickname,last_name,email,username,first_name key,phone globally-unique",
        "nickname,last_name,email key,username no-unique,first_name,phone",
        "last_name,nickname,email,username key,first_name,phone"
      })
  void areThoseThatThePreparationClaims(String line) {
    Header header = tables.header(line);
    SourceRecord record = Tables.record(header, 0, ROW);
    Prepared prepared = tables.dialect(line).preparation().prepare(record);
    List<Key> claimed =
        ((Prepared.Ready) prepared).candidate().claims().stream().map(Claim::key).toList();
    List<Key> surveyed = new ArrayList<>();

    ClaimedKeys keys = new ClaimedKeys(header, Tables.realm(UniqueScope.REALM), "FR");
    keys.forEach(
        column -> {
          assertThat(keys.concern(column.columnIndex())).isTrue();
          return record.fields().text(column.name());
        },
        surveyed::add);

    assertThat(surveyed).isNotEmpty().containsExactlyInAnyOrderElementsOf(claimed);
  }

  @Test
  void leaveOutWhatIsEmptyOrWrong() {
    Header header = tables.header("email,phone unique,username");
    SourceRecord record = Tables.record(header, 0, "a@example.com,12,");
    List<Key> surveyed = new ArrayList<>();

    new ClaimedKeys(header, Tables.realm(UniqueScope.REALM), "FR")
        .forEach(column -> record.fields().text(column.name()), surveyed::add);

    assertThat(surveyed).containsExactly(new Key("ea@example.com"));
  }
}
