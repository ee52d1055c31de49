package dev.muster.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.SavedMapping;
import dev.muster.app.upload.SavedMappings;
import dev.muster.app.upload.TableShape;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.MappingChanges;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SavedMappingsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final Struct MAPPING =
      Struct.of("columns", Struct.of("Mail", Value.of("email key")));

  @TempDir Path folder;

  private static SavedMapping mapping(String name, String shape, Instant at) {
    return new SavedMapping(Realm.DEFAULT, name, shape, MAPPING, UploadFixture.ANN.actor(), at);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void mappingsAreFoundByNameAndByShape(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      SavedMappings saved = muster.store.savedMappings();
      SavedMapping old = mapping("old", "s", NOW);
      SavedMapping late = mapping("late", "s", NOW.plusSeconds(1));
      saved.save(late);
      saved.save(old);
      saved.save(mapping("other", "t", NOW.plusSeconds(2)));
      assertThat(saved.find(Realm.DEFAULT, "old")).contains(old);
      assertThat(saved.find("other", "old")).isEmpty();
      assertThat(saved.fitting(Realm.DEFAULT, "s")).contains(late);
      assertThat(saved.fitting(Realm.DEFAULT, "u")).isEmpty();
      assertThat(saved.all(Realm.DEFAULT))
          .extracting(SavedMapping::name)
          .containsExactly("late", "old", "other");
      saved.save(mapping("old", "v", NOW));
      assertThat(saved.find(Realm.DEFAULT, "old").orElseThrow().shape()).isEqualTo("v");
      assertThat(saved.delete(Realm.DEFAULT, "old")).isTrue();
      assertThat(saved.delete(Realm.DEFAULT, "old")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theJournalTellsWhoSavedAndDeletedAMapping(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      MappingChanges changes =
          new MappingChanges(muster.store, UploadFixture.ANN.actor(), muster.clock);
      SavedMapping saved = changes.save(Realm.DEFAULT, "hr", "s", Mapping.of(MAPPING));
      assertThat(muster.store.savedMappings().find(Realm.DEFAULT, "hr")).contains(saved);
      assertThat(changes.delete(Realm.DEFAULT, "hr")).isTrue();
      assertThat(changes.delete(Realm.DEFAULT, "hr")).isFalse();
      assertThat(muster.store.journal().page(JournalFilter.ALL.of("hr"), Journal.LATEST, 9))
          .extracting(JournalEntry::action)
          .containsExactly("mapping.deleted", "mapping.saved");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void nextWeeksFileFindsItsMapping(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      muster.store.savedMappings().save(mapping("hr", TableShape.of(List.of("Mail", "Age")), NOW));
      UploadedFile other = muster.upload("1.csv", "Mail,Ages\na@example.com,4\n");
      assertThat(other.options().formatOptions().has("mapping")).isFalse();
      UploadedFile next = muster.upload("2.csv", "\" MAIL \";age;\na@example.com;4;\n");
      assertThat(next.options().formatOptions().get("mapping")).isEqualTo(MAPPING);
    }
  }

  @Test
  void theShapeDependsOnTheNamesAndTheirOrder() {
    String shape = TableShape.of(List.of("E-Mail", "First  name"));
    assertThat(TableShape.of(List.of(" e-mail", "FIRST NAME ", "", " "))).isEqualTo(shape);
    assertThat(TableShape.of(List.of("First name", "E-Mail"))).isNotEqualTo(shape);
    assertThat(TableShape.of(List.of("E-MailFirst name"))).isNotEqualTo(shape);
  }
}
