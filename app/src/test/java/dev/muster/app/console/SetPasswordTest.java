package dev.muster.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.console.Browser.Page;
import dev.muster.app.hash.StandardSchemes;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.store.DirectoryInvariants;
import dev.muster.app.store.LinkToken;
import dev.muster.app.store.PasswordLink;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.User;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The page on which users set a password by a link. */
class SetPasswordTest {

  private static final String NEW = "correct hörse";

  @TempDir Path folder;

  private TestConsole started(StoreKind kind) throws Exception {
    TestConsole console = TestConsole.start(kind, folder);
    Run.file(
        folder,
        "ann.csv",
        "username key,email,@registration,@force-password-reset",
        "ann,ann@example.com,send-email,true");
    Run run = Run.of(folder, "--db", console.database, "import", "ann.csv");
    assertThat(run.status()).as(run.err()).isZero();
    return console;
  }

  private static User ann(TestConsole console) throws Exception {
    try (Session session = console.application.open()) {
      return session.users().find(1, "ann").get(0);
    }
  }

  private static String link(TestConsole console) throws Exception {
    LinkToken token = LinkToken.make();
    Instant now = console.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try (Session session = console.application.open()) {
      session
          .passwordLinks()
          .add(
              new PasswordLink(
                  token.hash(),
                  ann(console).id(),
                  PasswordLink.addressHash(ann(console).account().email()),
                  now,
                  now.plus(Duration.ofDays(7))));
    }
    return "/set-password/" + token.secret();
  }

  private static Page set(Browser browser, String link, String password, String repeated)
      throws Exception {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_csrf", browser.get(link).require(200).formToken());
    fields.put("password", password);
    fields.put("repeated", repeated);
    return browser.post(link, fields);
  }

  private static boolean opens(Account account, String password) {
    EncodedHash hash = account.password();
    return hash != null
        && StandardSchemes.all(CostBounds.DEFAULTS).verify(hash, password.getBytes(UTF_8));
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aLinkSetsThePasswordOnceAndEndsTheOthers(StoreKind kind) throws Exception {
    try (TestConsole console = started(kind)) {
      String link = link(console);
      String other = link(console);
      Browser browser = console.browser();
      Page page = browser.get(link).require(200);
      assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
      assertThat(page.body())
          .contains("Choose your password", "value=\"ann\"", "At least 8 characters.")
          .doesNotContain("/users/import/", "<script");
      assertThat(browser.get(link).status()).as("opening it changes nothing").isEqualTo(200);

      Page done = set(browser, link, NEW, NEW);
      assertThat(done.location()).isEqualTo("/set-password/done");
      assertThat(browser.get(done.location()).require(200).body()).contains("Your password is set");

      Account account = ann(console).account();
      assertThat(opens(account, NEW)).isTrue();
      assertThat(account.password().scheme()).isEqualTo("argon2");
      assertThat(account.passwordResetRequired()).isFalse();
      assertThat(account.registrationDue()).isFalse();
      try (Session session = console.application.open()) {
        JournalEntry entry =
            session
                .journal()
                .page(JournalFilter.ALL.ofAction("user.password_set"), Journal.LATEST, 9)
                .get(0);
        String id = session.users().ids().show(ann(console).id());
        assertThat(entry.subject()).isEqualTo(id);
        assertThat(entry.actor().wireName()).isEqualTo("user:" + id);
        assertThat(entry.detail().toString()).doesNotContain("argon2", NEW);
      }
      for (String used : List.of(link, other)) {
        assertThat(browser.get(used).require(410).body()).contains("This link was used already");
        Map<String, String> again =
            Map.of("_csrf", page.formToken(), "password", "other one", "repeated", "other one");
        browser.post(used, again).require(410);
      }
      assertThat(opens(ann(console).account(), NEW)).isTrue();
      DirectoryInvariants.assertHold(console.database);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short | short | This password is too short.",
        "long enough | long enouhg | The two passwords differ.",
      })
  void aPasswordThatIsNotTakenLeavesTheLinkUsable(String password, String repeated, String why)
      throws Exception {
    try (TestConsole console = started(StoreKind.SQLITE)) {
      String link = link(console);
      Browser browser = console.browser();
      assertThat(set(browser, link, password, repeated).require(422).body())
          .contains(why)
          .doesNotContain(password + "\"");
      assertThat(ann(console).account().password()).isNull();
      set(browser, link, NEW, NEW).location();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void anExpiredLinkAndAForgedOneAreExplained(StoreKind kind) throws Exception {
    try (TestConsole console = started(kind)) {
      String link = link(console);
      Browser browser = console.browser();
      Page page = browser.get(link).require(200);
      String forged = "/set-password/" + LinkToken.make().secret();
      assertThat(browser.get(forged).require(404).body()).contains("This link is not valid");
      Map<String, String> fields =
          Map.of("_csrf", page.formToken(), "password", NEW, "repeated", NEW);
      browser.post(forged, fields).require(404);
      browser.post(link, Map.of("password", NEW, "repeated", NEW)).require(403);

      console.clock.pass(Duration.ofDays(7).minusSeconds(1));
      browser.get(link).require(200);
      console.clock.pass(Duration.ofSeconds(1));
      assertThat(browser.get(link).require(410).body()).contains("no longer valid");
      browser.post(link, fields).require(410);
      assertThat(browser.get(link + "?lang=fr").require(410).body())
          .contains("Ce lien n’est plus valable", "<html lang=\"fr\">");
      assertThat(ann(console).account().password()).isNull();
    }
  }

  @Test
  void theLinkOfADeletedUserIsNotValid() throws Exception {
    try (TestConsole console = started(StoreKind.SQLITE)) {
      String link = link(console);
      try (Session session = console.application.open()) {
        session.userWrites().delete(ann(console).id(), Instant.now());
      }
      console.browser().get(link).require(404);
    }
  }

  private void update(TestConsole console, String... lines) throws Exception {
    Run.file(folder, "update.csv", lines);
    Run run = Run.of(folder, "--db", console.database, "import", "update.csv");
    assertThat(run.status()).as(run.err()).isZero();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aLinkIsOfNoUseOnceTheUserHasAnotherAddress(StoreKind kind) throws Exception {
    try (TestConsole console = started(kind)) {
      String link = link(console);
      Browser browser = console.browser();
      Page page = browser.get(link).require(200);
      update(console, "username key,email", "ann,ANN@example.com");
      browser.get(link).require(200);
      update(console, "username key,email", "ann,right@example.com");
      assertThat(browser.get(link).require(404).body()).contains("This link is not valid");
      Map<String, String> fields =
          Map.of("_csrf", page.formToken(), "password", NEW, "repeated", NEW);
      browser.post(link, fields).require(404);
      assertThat(ann(console).account().password()).isNull();
      assertThat(set(browser, link(console), NEW, NEW).status()).isEqualTo(303);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void aLinkIsOfNoUseOnceAnImportHasSetAPassword(StoreKind kind) throws Exception {
    try (TestConsole console = started(kind)) {
      String link = link(console);
      Browser browser = console.browser();
      Page page = browser.get(link).require(200);
      String hash = "{sha256}5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8";
      update(console, "username key,password_hash", "ann," + hash);
      Account account = ann(console).account();
      assertThat(account.password()).isNotNull();
      assertThat(account.registrationDue()).isFalse();
      browser.get(link).require(410);
      Map<String, String> fields =
          Map.of("_csrf", page.formToken(), "password", NEW, "repeated", NEW);
      browser.post(link, fields).require(410);
      assertThat(ann(console).account().password()).isEqualTo(account.password());
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void ofSeveralRequestsWithOneLinkOneSetsThePassword(StoreKind kind) throws Exception {
    try (TestConsole console = started(kind)) {
      String link = link(console);
      Browser browser = console.browser();
      String token = browser.get(link).require(200).formToken();
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        List<Future<Integer>> answers =
            List.of("password one", "password two", "password three", "password four").stream()
                .map(
                    each ->
                        threads.submit(
                            () ->
                                browser
                                    .post(
                                        link,
                                        Map.of("_csrf", token, "password", each, "repeated", each))
                                    .status()))
                .toList();
        int set = 0;
        for (Future<Integer> answer : answers) {
          assertThat(answer.get()).isIn(303, 410);
          set += answer.get() == 303 ? 1 : 0;
        }
        assertThat(set).isEqualTo(1);
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void whoOpensAnExpiredLinkAgainAndAgainDoesNotGuess() throws Exception {
    try (TestConsole console = started(StoreKind.SQLITE)) {
      Browser browser = console.browser();
      String link = link(console);
      console.clock.pass(Duration.ofDays(7));
      for (int i = 0; i < 1000; i++) {
        browser.get(link).require(410);
      }
      browser.get(link(console)).require(200);
    }
  }

  @Test
  void guessesAreLimited() throws Exception {
    try (TestConsole console = started(StoreKind.SQLITE)) {
      Browser browser = console.browser();
      String link = link(console);
      Page page = guessed(browser, link);
      for (int i = 0; i < 5 && page.status() == 200; i++) {
        page = guessed(browser, link); // an attempt was regained in between
      }
      page.require(429);
      assertThat(page.header("Retry-After")).isNotEmpty();
      assertThat(page.body()).contains("too many attempts");
    }
  }

  /** What a link shows after so many guesses that no more are allowed. */
  private static Page guessed(Browser browser, String link) throws Exception {
    int status = 404;
    int guesses = 0;
    while (status == 404 && guesses++ < 1000) {
      status = browser.get("/set-password/" + LinkToken.make().secret()).status();
    }
    assertThat(status).isEqualTo(429);
    return browser.get(link);
  }
}
