package dev.muster.app.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.store.StoreKind;
import dev.muster.app.upload.UploadedFile;
import dev.muster.app.upload.run.CellNote;
import dev.muster.app.upload.run.ImportHelp;
import dev.muster.app.upload.run.NewFile;
import dev.muster.app.upload.run.Preview;
import dev.muster.app.upload.run.PreviewCache;
import dev.muster.app.upload.run.PreviewColumn;
import dev.muster.app.upload.run.PreviewRow;
import dev.muster.app.upload.run.Previews;
import dev.muster.profile.csv.Flag;
import dev.muster.profile.csv.suggest.Certainty;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviewsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aPreviewShowsHowTheHeaderAndTheCellsAreUnderstood(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "people.csv",
              """
              email key,birth no-update,_role_name
              a@example.com,1990-01-01,agent

              b@example.com,yesterday,
              """);
      Preview preview = muster.previews().of(file);
      assertThat(preview.problems()).isEmpty();
      PreviewColumn email = preview.columns().get(0);
      assertThat(email.targets()).containsExactly("email");
      assertThat(email.flags()).contains(Flag.KEY, Flag.CREATE, Flag.UPDATE);
      assertThat(email.examples()).containsExactly("a@example.com", "b@example.com");
      assertThat(preview.columns().get(1).flags())
          .contains(Flag.CREATE)
          .doesNotContain(Flag.UPDATE);
      assertThat(preview.rows()).extracting(PreviewRow::line).containsExactly(2L, 4L);
      assertThat(preview.rows().get(1).cells().get(1).hasError()).isTrue();
      assertThat(preview.rows().get(0).cells().get(2).notes())
          .singleElement()
          .satisfies(note -> assertThat(note.code()).contains("role-not-found"));
      assertThat(preview.missingRoles()).containsExactly("agent");
      assertThat(muster.users()).isZero();
    }
  }

  /** Also in columns that are none of hashes: plain passwords, and hashes of an unknown name. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void secretsAreHiddenInEveryColumn(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      String table =
          """
          email,Passwort,Kennung
          a@example.com,geheim7,5f4dcc3b5aa765d61d8327deb882cf99
          b@example.com,$2y$10$abcdefghijklmnopqrstuuXRjkqCvtUcYqiqPBoEMoLmMSSsS6tLO,b
          """;
      Preview preview = muster.previews().of(muster.upload("people.csv", table));
      List<String> shown = new ArrayList<>();
      preview.columns().forEach(column -> shown.addAll(column.examples()));
      preview
          .rows()
          .forEach(row -> row.cells().forEach(cell -> cell.value().ifPresent(shown::add)));
      assertThat(shown)
          .contains("a@example.com", "b")
          .noneMatch(text -> text.contains("geheim7"))
          .noneMatch(text -> text.contains("5f4dcc3b") || text.contains("$2y$10$"));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aWrongHeaderHasItsProblemsOnTheCellsAndASuggestion(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload("people.csv", "E-Mail,Shoe size\na@example.com,42\nb@example.com,43\n");
      Preview preview = muster.previews().of(file);
      PreviewColumn shoes = preview.columns().get(1);
      assertThat(shoes.notes())
          .extracting(CellNote::code)
          .isNotEmpty()
          .allMatch(c -> c.isPresent());
      assertThat(preview.rows()).hasSize(2);
      assertThat(preview.columns().get(0).suggestion())
          .hasValueSatisfying(
              suggestion -> {
                assertThat(suggestion.name()).isEqualTo("email");
                assertThat(suggestion.certainty()).isEqualTo(Certainty.SURE);
              });
      assertThat(((Struct) preview.suggestedMapping().get("columns")).get("Shoe size"))
          .isEqualTo(Value.of("-"));

      Struct mapping = Struct.of("mapping", preview.suggestedMapping());
      UploadedFile mapped =
          muster
              .uploading()
              .change(file, "csv", UploadFixture.PLAIN.withFormatOptions(mapping))
              .orElseThrow();
      Preview after = muster.previews().of(mapped);
      assertThat(after.columns().get(0).targets()).containsExactly("email");
      assertThat(after.columns().get(1).targets()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void hashesAreHiddenEvenInAColumnThatIsNotMapped(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      String hash = "$2b$04$abcdefghijklmnopqrstuuABCDEFGHIJKLMNOPQRSTUVWXYZ01234";
      UploadedFile file =
          muster.upload("people.csv", "email,Passwort\na@example.com," + hash + "\n");
      Preview preview = muster.previews().of(file);
      assertThat(preview.rows().get(0).cells().get(1).value()).contains("REDACTED");
      assertThat(preview.columns().get(1).examples()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void membersOfJsonRecordsAreColumns(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile file =
          muster.upload(
              "users.json",
              "[{\"email\":\"a@example.com\",\"given_name\":\"Ann\"},{\"email\":\"no\"}]",
              Realm.DEFAULT,
              "auth0",
              UploadFixture.PLAIN);
      Preview preview = muster.previews().of(file);
      assertThat(preview.columns())
          .extracting(PreviewColumn::name)
          .containsExactly("email", "given_name");
      assertThat(preview.rows()).hasSize(2);
      assertThat(preview.rows().get(1).cells().get(0).hasError()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theHelpHasTheDirectorysAttributes(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      ImportHelp help = new ImportHelp(muster.settings);
      assertThat(help.attributes())
          .contains(new ImportHelp.Attribute("birth", "Date of birth"))
          .contains(new ImportHelp.Attribute("password_hash", "Password hash"));
      assertThat(help.flags()).extracting(ImportHelp.FlagMeaning::name).contains("key", "clear");
      assertThat(help.headerTemplate())
          .isEqualTo("username key,email,first_name,last_name,nickname,birth\r\n");
      UploadedFile template = muster.upload("users.csv", help.headerTemplate());
      assertThat(muster.previews().of(template).problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aPreviewIsDerivedOnce(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      PreviewCache cache = new PreviewCache();
      UploadedFile table = muster.upload("people.csv", "email key,_role_slug\na@example.com,r\n");
      UploadedFile records =
          muster.upload(
              "users.json",
              "[{\"email\":\"a@example.com\"}]",
              Realm.DEFAULT,
              "auth0",
              UploadFixture.PLAIN);
      Preview ofTable = previews(muster, cache).of(table);
      Preview ofRecords = previews(muster, cache).of(records);
      assertThat(ofTable.missingRoles()).containsExactly("r");
      Struct mapping = Struct.of("columns", Struct.of("_role_slug", Value.of("-")));
      UploadedFile mapped =
          table.with(
              table.reading(),
              UploadFixture.PLAIN.withFormatOptions(Struct.of("mapping", mapping)));
      assertThat(previews(muster, cache).of(mapped).missingRoles()).isEmpty();

      for (UploadedFile each : List.of(table, records)) {
        assertThat(muster.store.uploads().hide(each, Instant.EPOCH)).isTrue();
      }
      while (muster.store.jobs().purge()) {
        assertThat(muster.store.uploads().find(table.id())).isEmpty();
      }
      assertThat(previews(muster, cache).of(table)).isSameAs(ofTable);
      assertThat(previews(muster, cache).of(records)).isSameAs(ofRecords);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRoleThatIsMadeMeanwhileIsNotMissingAnyMore(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      PreviewCache cache = new PreviewCache();
      UploadedFile file = muster.upload("people.csv", "email key,_role_slug\na@example.com,r\n");
      assertThat(previews(muster, cache).of(file).missingRoles()).containsExactly("r");
      int realm = muster.store.catalogs().realmNumber(Realm.DEFAULT).orElseThrow();
      muster.store.catalogs().createRole(realm, new Role("r", "R"));
      assertThat(previews(muster, cache).of(file).missingRoles()).isEmpty();
    }
  }

  private static Previews previews(UploadFixture muster, PreviewCache cache) {
    return new Previews(muster.store, muster.settings, muster.formats, cache);
  }

  /** The rest of a large document is not read for its first records. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aLargeDocumentIsPreviewedByItsBeginning(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      StringBuilder records = new StringBuilder("{\"identifier\":\"email\",\"records\":[");
      for (int i = 0; i < 6000; i++) {
        records.append(i == 0 ? "\n" : ",\n").append("{\"email\":\"u").append(i);
        records.append("@example.com\",\"name\":\"").append("n".repeat(40)).append("\"}");
      }
      UploadedFile file = muster.upload("request.json", records + "]}");
      Preview preview = muster.previews().of(file);
      assertThat(preview.problems()).isEmpty();
      assertThat(preview.rows()).hasSize(Previews.ROWS_MAX);
      assertThat(preview.rows().get(49).line()).isEqualTo(51);
      // what is said of all records comes last
      UploadedFile turned =
          muster.upload(
              "turned.json",
              records.toString().replace("\"identifier\":\"email\",", "")
                  + "],\"identifier\":\"email\"}");
      assertThat(muster.previews().of(turned).rows()).hasSize(Previews.ROWS_MAX);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void usersBehindManyGroupsArePreviewed(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      StringBuilder document = new StringBuilder("{\"groups\":{");
      for (int i = 0; i < 6000; i++) {
        document.append(i == 0 ? "" : ",").append("\"").append("g".repeat(40)).append(i);
        document.append("\":{\"users\":[]}");
      }
      document.append("},\"users\":{\"ann\":{}}}");
      UploadedFile file =
          muster.upload(
              "users.json", document.toString(), Realm.DEFAULT, "restauth", UploadFixture.PLAIN);
      Preview preview = muster.previews().of(file);
      assertThat(preview.problems()).isEmpty();
      assertThat(preview.rows()).hasSize(1);
    }
  }

  /** Also when its header is refused. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void remarksOnAWholeTableArePreviewedOnce(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      UploadedFile guessed =
          muster.upload(
              "guessed.csv",
              "email key,first_name\ni@example.org,Иван Петров\n"
                  .getBytes(Charset.forName("windows-1251")),
              Realm.DEFAULT,
              "auto",
              UploadFixture.PLAIN);
      assertThat(muster.previews().of(guessed).notes())
          .singleElement(STRING)
          .contains("looks more like windows-1251");
      UploadedFile titled =
          muster.upload("titled.csv", "Our people,\nemail key,first_name\na@example.com,A\n");
      assertThat(muster.previews().of(titled).notes())
          .singleElement(STRING)
          .contains("the header seems to be in row 2");
      UploadedFile plain = muster.upload("plain.csv", "email key\na@example.com\n");
      assertThat(muster.previews().of(plain).notes()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aLargeTableIsPreviewedByItsBeginning(StoreKind kind) throws Exception {
    try (UploadFixture muster = new UploadFixture(folder, kind)) {
      String cell = "é".repeat(1500);
      StringBuilder table = new StringBuilder("email key,first_name\n");
      for (int i = 0; i < 1700; i++) {
        table.append('u').append(i).append("@example.com,\"").append(cell).append("\n\"\n");
      }
      for (Charset charset : List.of(UTF_8, Charset.forName("windows-1252"))) {
        byte[] bytes = table.toString().getBytes(charset);
        UploadedFile file;
        try (InputFile received =
            muster.receive("people.csv", new ByteArrayInputStream(bytes), 1 << 24)) {
          file =
              muster
                  .uploading()
                  .create(
                      received,
                      new NewFile(
                          Realm.DEFAULT, "auto", UploadFixture.PLAIN, UploadFixture.ANN.actor()));
        }
        Preview preview = muster.previews().of(file);
        assertThat(preview.problems()).isEmpty();
        assertThat(preview.rows()).hasSize(Previews.ROWS_MAX);
        assertThat(preview.rows().get(49).cells().get(1).value()).contains(cell + "\n");
      }
    }
  }
}
