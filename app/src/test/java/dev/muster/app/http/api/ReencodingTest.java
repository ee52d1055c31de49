package dev.muster.app.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.Argon2Encoder;
import dev.muster.app.hash.BcryptEncoder;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.FaultyProxy;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.postgres.PostgresAddress;
import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.User;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A weak hash is replaced when users:verify finds its password right. */
class ReencodingTest {

  private static final String PASSWORD = "correct horse battery staple";
  private static final String SALTED =
      "pbkdf2_sha256$1000$lQaIiIrGVKL2$lOGZ9UUFrFaxDzKxdzdRKiKgQKRGag4MbzGJNY/Q+uI=";
  private static final String UNSALTED = "9cc2ae8a1ba7a93da39b46fc1019c481";
  private static final String ADA = "ada@example.com";
  private static final Instant ANY_TIME = Instant.parse("2030-01-01T00:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private static String verify(TestApi api, String password) throws Exception {
    String body = "{\"login\":\"" + ADA + "\",\"password\":\"" + password + "\"}";
    return api.post("/users:verify", body, "Content-Type", "application/json").require(200).body();
  }

  private static void verifyRight(TestApi api) throws Exception {
    String id = api.get("/users/" + ADA).text("id");
    assertThat(verify(api, PASSWORD))
        .isEqualTo(
            "{\"verified\":true,\"user_id\":\"" + id + "\",\"password_reset_required\":false}");
  }

  private static User ada(TestApi api) throws Exception {
    try (Session session = api.open()) {
      return session.users().find(1, ADA).get(0);
    }
  }

  private static EncodedHash stored(TestApi api) throws Exception {
    return ada(api).account().password();
  }

  private static EncodedHash awaitAnother(TestApi api, EncodedHash before) throws Exception {
    long begun = System.nanoTime();
    while (System.nanoTime() - begun < PATIENCE.toNanos()) {
      EncodedHash now = stored(api);
      if (!now.equals(before)) {
        return now;
      }
    }
    throw new AssertionError("the hash was not replaced in time");
  }

  /** Imports a user by csv; returns how many users were changed. */
  private static long importCsv(TestApi api, String hash) throws Exception {
    return changed(api, api.importCsv("email key,password_hash", ADA + "," + hash));
  }

  private static String importBcrypt(TestApi api, String hash) throws Exception {
    String record =
        "{\"email\":\""
            + ADA
            + "\",\"name\":\"Ada\",\"password\":{\"type\":\"bcrypt\",\"password_hash\":\""
            + hash
            + "\"}}\n";
    String id = api.submit("application/x-ndjson", record, "?identifier=email&upsert=true");
    assertThat(api.follow(id)).contains("event: finished");
    return id;
  }

  private static long changed(TestApi api, String id) throws Exception {
    try (Session session = api.open()) {
      return session.jobs().tally(session.jobs().find(id).orElseThrow()).changed();
    }
  }

  private static List<JournalEntry> entries(TestApi api) throws Exception {
    try (Session session = api.open()) {
      return session
          .journal()
          .page(JournalFilter.ALL.ofAction("user.password_reencoded"), Journal.LATEST, 9);
    }
  }

  /** However strong it is. The same hash is refused afterwards, as Auth0 does. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aCustomHashOfAuth0IsReplacedAtTheFirstLogin(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      String hash = new Argon2Encoder(64 * 1024, 3, 1).encode(PASSWORD.getBytes(UTF_8)).encoded();
      String row =
          "[{\"email\":\""
              + ADA
              + "\",\"custom_password_hash\":{\"algorithm\":\"argon2\",\"hash\":{\"value\":\""
              + hash
              + "\"}}}]";
      String id = api.submit("application/json", row, "?format=auth0");
      assertThat(api.follow(id)).contains("\"inserted\":1");
      EncodedHash custom = stored(api);
      assertThat(custom.scheme()).isEqualTo("auth0-custom");
      verifyRight(api);
      EncodedHash better = awaitAnother(api, custom);
      assertThat(better.scheme()).isEqualTo("argon2");

      String again = api.submit("application/json", row, "?format=auth0&upsert=true");
      assertThat(api.follow(again)).contains("\"failed\":1");
      assertThat(stored(api)).isEqualTo(better);
      verifyRight(api);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aNightlyImportOfTheSameHashChangesNothing(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      importCsv(api, SALTED);
      User before = ada(api);
      EncodedHash weak = stored(api);
      assertThat(verify(api, "wrong")).contains("\"verified\":false");
      verifyRight(api);
      EncodedHash better = awaitAnother(api, weak);
      assertThat(better.scheme()).isEqualTo("argon2");
      assertThat(ada(api).updatedAt()).isEqualTo(before.updatedAt());
      JournalEntry entry = entries(api).get(0);
      assertThat(entries(api)).hasSize(1);
      assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
      assertThat(entry.detail().text("from")).isEqualTo("django-pbkdf2-sha256");
      assertThat(entry.detail().text("to")).isEqualTo("argon2");
      assertThat(entry.detail().text("realm")).isEqualTo("default");
      assertThat(importCsv(api, SALTED)).isZero();
      assertThat(stored(api)).isEqualTo(better);
      verifyRight(api);
      assertThat(importCsv(api, SALTED.replace("lOGZ", "lOGA"))).as("another hash").isOne();
      assertThat(stored(api).scheme()).isEqualTo("django-pbkdf2-sha256");
      assertThat(verify(api, PASSWORD)).contains("\"verified\":false");
      assertThat(importCsv(api, SALTED)).as("the first password again").isOne();
      assertThat(stored(api)).isEqualTo(weak);
    }
  }

  /** The digest of such a hash would give the password away. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aHashWithoutSaltIsNotRecognisedAndReplacedAgain(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      importCsv(api, UNSALTED);
      EncodedHash weak = stored(api);
      for (int night = 0; night < 2; night++) {
        verifyRight(api);
        assertThat(awaitAnother(api, weak).scheme()).isEqualTo("argon2");
        assertThat(ada(api).account().replacedHash()).isNull();
        assertThat(importCsv(api, UNSALTED)).isOne();
        assertThat(stored(api)).isEqualTo(weak);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aRecordOfAuthgearStaysApplied(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      EncodedHash weak = new BcryptEncoder(4).encode(PASSWORD.getBytes(UTF_8));
      importBcrypt(api, weak.encoded());
      verifyRight(api);
      EncodedHash better = awaitAnother(api, weak);
      assertThat(changed(api, importBcrypt(api, weak.encoded()))).isZero();
      assertThat(stored(api)).isEqualTo(better);
      verifyRight(api);
      assertThat(entries(api)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aBusyStoreDelaysNoAnswer(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      importCsv(api, SALTED);
      EncodedHash weak = stored(api);
      long id = ada(api).id();
      try (Session busy = api.open()) {
        assertThat(
                busy.inTransaction(
                    () -> {
                      busy.userWrites().change(id, ANY_TIME, ReencodingTest::renamed);
                      try {
                        verifyRight(api);
                        return stored(api);
                      } catch (Exception e) {
                        throw new AssertionError(e);
                      }
                    }))
            .isEqualTo(weak);
      }
      assertThat(awaitAnother(api, weak).scheme()).isEqualTo("argon2");
      assertThat(ada(api).account().attributes().text("name")).isEqualTo("Countess");
    }
  }

  private static Account renamed(Account account) {
    AccountEditor edit = new AccountEditor(account);
    edit.attribute("name", Value.of("Countess"));
    return edit.account();
  }

  /** The server stores what is waiting before it has stopped. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aPasswordThatChangesMeanwhileStays(StoreKind kind) throws Exception {
    try (TestApi api = TestApi.start(kind, folder)) {
      importCsv(api, SALTED);
      long id = ada(api).id();
      EncodedHash other = new BcryptEncoder(10).encode("other".getBytes(UTF_8));
      try (Session busy = api.open()) {
        busy.inTransaction(
            () -> {
              busy.userWrites()
                  .change(
                      id,
                      ANY_TIME,
                      account -> {
                        AccountEditor edit = new AccountEditor(account);
                        edit.password(other);
                        return edit.account();
                      });
              try {
                verifyRight(api);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
              return true;
            });
      }
      api.server.close();
      assertThat(stored(api)).isEqualTo(other);
      assertThat(entries(api)).isEmpty();
    }
  }

  @Test
  void aStoreThatCannotBeWrittenFailsNoVerification() throws Exception {
    String address = StoreKind.POSTGRESQL.emptyDirectory(folder, "muster");
    int port = PostgresAddress.parse(address, Map.of()).orElseThrow().port();
    AtomicBoolean broken = new AtomicBoolean();
    try (FaultyProxy wire =
            FaultyProxy.breaking(
                port, (sender, portion) -> broken.get() && portion.contains("replaced_hash"));
        TestApi api = TestApi.startWithoutWorker(wire.by(address), folder)) {
      api.startWorker();
      importCsv(api, SALTED);
      EncodedHash weak = stored(api);
      broken.set(true);
      verifyRight(api);
      verifyRight(api);
      broken.set(false);
      verifyRight(api);
      assertThat(awaitAnother(api, weak).scheme()).isEqualTo("argon2");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void theSettingsCanSwitchItOff(StoreKind kind) throws Exception {
    Files.writeString(folder.resolve("muster.yml"), "passwords: {reencode: false}\n");
    try (TestApi api = TestApi.start(kind, folder)) {
      importCsv(api, SALTED);
      EncodedHash weak = stored(api);
      verifyRight(api);
      api.server.close();
      assertThat(stored(api)).isEqualTo(weak);
    }
  }
}
