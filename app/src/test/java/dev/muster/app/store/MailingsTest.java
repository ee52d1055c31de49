package dev.muster.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.job.Job;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mails of real imports in both stores, and links. */
class MailingsTest {

  private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
  private static final String QUEUE = "mail:users";

  @TempDir Path folder;

  private Job imported(String address, int users, String... options) throws Exception {
    List<String> lines = new ArrayList<>(List.of("email key,username,@registration"));
    for (int i = 0; i < users; i++) {
      lines.add("u" + i + "@example.com,u" + i + ",send-email");
    }
    lines.add("quiet@example.com,quiet,");
    Run.file(folder, "people.csv", lines.toArray(String[]::new));
    List<String> command = new ArrayList<>(List.of("--db", address, "import", "people.csv"));
    command.addAll(List.of(options));
    command.add("--json");
    Run run = Run.of(folder, command.toArray(String[]::new));
    try (Session session = StoreKind.open(address)) {
      return session.jobs().find(String.valueOf(run.document().text("id"))).orElseThrow();
    }
  }

  @ParameterizedTest
  @EnumSource
  void mailsAreQueuedAsFastAsThePaceAllows(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "pace");
    Job job = imported(address, 30);
    try (Session session = StoreKind.open(address)) {
      Mailings mailings = session.mailings();
      assertThat(mailings.invited(job)).isEqualTo(30);
      assertThat(mailings.find(job).orElseThrow().left()).isEqualTo(30);
      assertThat(mailings.queue(QUEUE, 60, NOW)).as("five seconds are made up for").isEqualTo(5);
      assertThat(mailings.queue(QUEUE, 60, NOW)).isZero();
      assertThat(mailings.queue(QUEUE, 60, NOW.plusMillis(2_100))).isEqualTo(2);
      assertThat(mailings.queue(QUEUE, 60, NOW.plusSeconds(60))).isEqualTo(5);
      assertThat(mailings.queue(QUEUE, 6000, NOW.plusSeconds(300))).isEqualTo(18);
      assertThat(mailings.areWaiting()).isFalse();
      assertThat(mailings.queue(QUEUE, 6000, NOW.plusSeconds(400))).isZero();
      assertThat(session.webhooks().due(QUEUE, NOW, 100))
          .extracting(WebhookMessage::body)
          .hasSize(30)
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFullQueueIsNotFilledFurther(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "full");
    imported(address, 30);
    try (Session session = StoreKind.open(address)) {
      int queued = 0;
      for (int minute = 0; minute < 40; minute++) {
        queued += session.mailings().queue(QUEUE, 1, NOW.plus(Duration.ofMinutes(minute)));
      }
      assertThat(queued).as("ten minutes of the pace wait at most").isEqualTo(10);
      assertThat(session.mailings().waitingSince(NOW)).isEmpty();
      assertThat(session.mailings().waitingSince(NOW.plus(Duration.ofDays(4)))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void thePaceIsNotExceededHoweverFastItIs(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "fast");
    imported(address, 4_000);
    try (Session session = StoreKind.open(address)) {
      int queued = 0;
      for (int i = 0; i < 10; i++) {
        queued += session.mailings().queue(QUEUE, 40_000, NOW);
      }
      assertThat(queued).as("five seconds of it").isPositive().isLessThanOrEqualTo(40_000 / 12);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mailsThatWaitForThoseOfOtherImportsArePatient(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "turns");
    imported(address, 3);
    try (Session session = StoreKind.open(address)) {
      assertThat(session.mailings().waitingSince(NOW)).hasSize(1);
    }
    Run.file(folder, "other.csv", "email key,@registration", "other@example.com,send-email");
    assertThat(Run.of(folder, "--db", address, "import", "other.csv").status()).isZero();
    try (Session session = StoreKind.open(address)) {
      assertThat(session.mailings().queue(QUEUE, 1, NOW)).isEqualTo(1);
      assertThat(session.mailings().waitingSince(NOW)).isEmpty();
      assertThat(session.mailings().waitingSince(NOW.plus(Duration.ofHours(1)))).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void mailsThatAreLostFromTheQueueDoNotGoOnForEver(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "lost");
    Job job = imported(address, 3);
    Instant late = NOW.plus(Duration.ofDays(4));
    try (Session session = StoreKind.open(address)) {
      assertThat(session.mailings().queue(QUEUE, 6000, NOW)).isEqualTo(3);
      assertThat(session.mailings().waitingSince(late)).as("they are tried again").isEmpty();
      session.webhooks().forgetUnseenSince(late);
      assertThat(session.mailings().waitingSince(late)).extracting(Job::id).contains(job.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStoppedMailThatWaitsForAnotherAttemptIsDroppedAtOnce(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "retried");
    Job job = imported(address, 2);
    try (Session session = StoreKind.open(address)) {
      assertThat(session.mailings().queue(QUEUE, 6000, NOW)).isEqualTo(2);
      Instant lease = NOW.plusSeconds(60);
      for (WebhookMessage message : session.webhooks().due(QUEUE, NOW, 9)) {
        assertThat(session.webhooks().claim(message, lease)).isPresent();
      }
      WebhookMessage retried = session.webhooks().due(QUEUE, lease, 9).get(0);
      session.webhooks().retry(retried, NOW.plus(Duration.ofHours(5)), 1);
      assertThat(session.mailings().stop(job, NOW)).isTrue();
      assertThat(session.webhooks().due(QUEUE, NOW, 9))
          .as("not the one that is being sent")
          .extracting(WebhookMessage::id)
          .containsExactly(retried.id());
    }
  }

  @ParameterizedTest
  @EnumSource
  void anImportIsKeptWhileItsMailsGoOn(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "kept");
    Job job = imported(address, 2);
    try (Session session = StoreKind.open(address)) {
      Instant soon = Instant.now().plusSeconds(60);
      session.jobs().expireAt(job, Instant.now());
      assertThat(session.jobs().expired(soon, 9)).isEmpty();
      Instant late = soon.plus(Mailings.PATIENCE);
      assertThat(session.jobs().expired(late, 9)).as("no server sends them").hasSize(1);
      session.mailings().queue(QUEUE, 1, late);
      assertThat(session.jobs().expired(late, 9)).as("one does").isEmpty();
      assertThat(session.mailings().stop(job, late)).isTrue();
      assertThat(session.jobs().expired(soon, 9)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatBecameOfMailsIsCountedAndTheRestCanBeStopped(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "stop");
    Job job = imported(address, 4);
    try (Session session = StoreKind.open(address)) {
      Mailings mailings = session.mailings();
      mailings.ended(job.id(), Mailings.Ending.SENT);
      mailings.ended(job.id(), Mailings.Ending.GIVEN_UP);
      assertThat(mailings.goesOn(job.id())).isTrue();
      assertThat(mailings.stop(job, NOW)).isTrue();
      assertThat(mailings.stop(job, NOW)).isFalse();
      assertThat(mailings.goesOn(job.id())).isFalse();
      assertThat(mailings.areWaiting()).isFalse();
      Mailing mailing = mailings.find(job).orElseThrow();
      assertThat(mailing.sent()).isEqualTo(1);
      assertThat(mailing.givenUp()).isEqualTo(1);
      assertThat(mailing.left()).isEqualTo(2);
      assertThat(mailing.stoppedAt()).contains(NOW);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nobodyGetsAMailOfADryRunOrOfWhatWasRolledBack(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "dry");
    Job dry = imported(address, 3, "--dry-run");
    Job whole = imported(address, 3, "--atomic", "--dry-run");
    try (Session session = StoreKind.open(address)) {
      assertThat(session.mailings().invited(dry)).isEqualTo(3);
      assertThat(session.mailings().invited(whole)).isEqualTo(3);
      assertThat(session.mailings().find(dry)).isEmpty();
      assertThat(session.mailings().areWaiting()).isFalse();
    }
    Run.file(folder, "bad.csv", "email key,@registration", "a@example.com,send-email", "b,");
    Run run = Run.of(folder, "--db", address, "import", "bad.csv", "--atomic", "--json");
    try (Session session = StoreKind.open(address)) {
      Job failed = session.jobs().find(String.valueOf(run.document().text("id"))).orElseThrow();
      assertThat(session.mailings().invited(failed)).isZero();
      assertThat(session.mailings().find(failed)).isEmpty();
    }
    Job kept = imported(address, 3, "--atomic");
    Job again = imported(address, 3); // existing users get none
    try (Session session = StoreKind.open(address)) {
      assertThat(session.mailings().find(kept).orElseThrow().users()).isEqualTo(3);
      assertThat(session.mailings().find(again)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeletedImportTakesItsMailsWithIt(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "deleted");
    Job job = imported(address, 3);
    assertThat(Run.of(folder, "--db", address, "imports", "delete", job.id()).status()).isZero();
    try (Session session = StoreKind.open(address)) {
      assertThat(session.mailings().areWaiting()).isFalse();
      assertThat(session.mailings().goesOn(job.id())).isFalse();
      assertThat(session.mailings().find(job)).isEmpty();
      assertThat(session.mailings().invited(job)).isZero();
    }
    DirectoryInvariants.assertHold(address);
  }

  @ParameterizedTest
  @EnumSource
  void aLinkIsUsedOnceAndNotAfterItsEnd(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "links");
    LinkToken token = LinkToken.make();
    LinkToken other = LinkToken.make();
    assertThat(token.secret()).hasSize(43).isNotEqualTo(other.secret());
    assertThat(token.toString()).doesNotContain(token.secret());
    try (Session session = StoreKind.open(address)) {
      PasswordLinks links = session.passwordLinks();
      Instant end = NOW.plus(Duration.ofDays(7));
      links.add(new PasswordLink(token.hash(), 5, "a", NOW, end));
      links.add(new PasswordLink(other.hash(), 5, "a", NOW, end));
      assertThat(links.find(token.hash()))
          .contains(new PasswordLink(LinkToken.hash(token.secret()), 5, "a", NOW, end));
      assertThat(links.find(token.secret())).isEmpty();
      assertThat(links.use(token.hash(), end)).isFalse();
      assertThat(links.use(token.hash(), end.minusMillis(1))).isTrue();
      assertThat(links.use(token.hash(), end.minusMillis(1))).isFalse();
      links.endAll(5, NOW);
      assertThat(links.find(other.hash()).flatMap(PasswordLink::usedAt)).contains(NOW);
      assertThat(links.find(token.hash()).flatMap(PasswordLink::usedAt))
          .isEqualTo(Optional.of(end.minusMillis(1)));
      links.forgetEndedBefore(end);
      assertThat(links.find(token.hash())).isPresent();
      links.forgetEndedBefore(end.plusMillis(1));
      assertThat(links.find(token.hash())).isEmpty();
    }
  }
}
