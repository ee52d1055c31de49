package dev.muster.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.muster.app.cli.Run;
import dev.muster.app.job.Job;
import dev.muster.app.journal.Actor;
import dev.muster.app.journal.Journal;
import dev.muster.app.journal.JournalEntry;
import dev.muster.app.journal.JournalFilter;
import dev.muster.app.settings.MailSettings;
import dev.muster.app.settings.SettingsFile;
import dev.muster.app.store.Database;
import dev.muster.app.store.LinkToken;
import dev.muster.app.store.Mailing;
import dev.muster.app.store.MailingStop;
import dev.muster.app.store.Mailings;
import dev.muster.app.store.PasswordByLink;
import dev.muster.app.store.Session;
import dev.muster.app.store.StoreKind;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.WebhookEvents;
import dev.muster.app.webhook.Webhooks;
import dev.muster.user.User;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mail to the users of real imports, to a mail server in this process. */
class InvitedUsersTest implements WebhookEvents {

  private static final long WAIT_MILLIS = 30_000;
  private static final Pattern LINK =
      Pattern.compile("https://id\\.example\\.org/set-password/([\\w-]{43})\\s");

  @TempDir Path folder;

  private final GreenMail mailServer = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @BeforeEach
  void startMailServer() {
    mailServer.start();
  }

  @AfterEach
  void stopMailServer() {
    mailServer.stop();
  }

  private MailSettings settings(int port, int perMinute) throws Exception {
    String yaml =
        "mail: {host: localhost, port: "
            + port
            + ", from: muster@example.org, owners: [own@example.org], link_days: 3, per_minute: "
            + perMinute
            + "}";
    return SettingsFile.parse("muster.yml", yaml).mail().orElseThrow();
  }

  private InvitedUsers invited(Database database, MailSettings settings) {
    return new InvitedUsers(database, settings, "https://id.example.org/", folder);
  }

  private Webhooks started(Database database, int perMinute) throws Exception {
    MailSettings settings = settings(mailServer.getSmtp().getPort(), perMinute);
    Webhooks webhooks =
        new Webhooks(database, List.of(invited(database, settings)), this, Clock.systemUTC());
    webhooks.start();
    return webhooks;
  }

  private Job imported(String address, String... rows) throws Exception {
    Run.file(folder, "muster.yml", "attributes: [{name: locale, kind: string}]");
    List<String> lines =
        new ArrayList<>(List.of("username key,email,first_name,locale,@registration"));
    lines.addAll(List.of(rows));
    Run.file(folder, "people.csv", lines.toArray(String[]::new));
    Run run = Run.of(folder, "--db", address, "import", "people.csv", "--json");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains("@registration", "mail and server.public_url are missing in muster.yml");
    try (Session session = StoreKind.open(address)) {
      return session.jobs().find(String.valueOf(run.document().text("id"))).orElseThrow();
    }
  }

  private String next() throws InterruptedException {
    return String.valueOf(heard.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS));
  }

  private static String part(MimeMessage mail, int number) throws Exception {
    return ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent().toString();
  }

  private MimeMessage mailTo(String address) throws Exception {
    for (MimeMessage each : mailServer.getReceivedMessages()) {
      if (each.getAllRecipients()[0].toString().equals(address)) {
        return each;
      }
    }
    throw new AssertionError("no mail to " + address);
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  @SuppressWarnings("try") // they deliver until they are closed
  void newUsersGetALinkInTheirLanguage(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "mail");
    Job job =
        imported(
            address,
            "ann,ann@example.com,Ann,,send-email",
            "rené,rene@exämple.com,<b>R</b>,fr_CA,send-email",
            "cid,cid@example.com,Cid,fr,",
            "nobody,,Nobody,,send-email");
    try (Database database = StoreKind.database(address);
        Webhooks first = started(database, 6000);
        Webhooks second = started(database, 6000)) {
      assertThat(List.of(next(), next())).containsOnly("sent user.invited " + job.id());
      MimeMessage ann = mailTo("ann@example.com");
      assertThat(ann.getSubject()).isEqualTo("Choose your password for id.example.org");
      assertThat(ann.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(part(ann, 0)).contains("Hello Ann,", "Your login is ann");
      Matcher link = LINK.matcher(part(ann, 0));
      assertThat(link.find()).as(part(ann, 0)).isTrue();
      assertThat(part(ann, 1)).contains("<html lang=\"en\">", link.group(1));

      try (Session session = database.openReading()) {
        Optional<Mailing> mailing = session.mailings().find(job);
        assertThat(mailing.map(Mailing::sent)).contains(2L);
        assertThat(mailing.map(Mailing::goesOn)).contains(false);
        PasswordByLink.Found found =
            new PasswordByLink(session).find(LinkToken.hash(link.group(1)), Instant.now());
        User user = ((PasswordByLink.Found.Usable) found).user();
        assertThat(user.account().shownLogin().orElseThrow().value()).isEqualTo("ann");
        Instant late = Instant.now().plus(Duration.ofDays(3));
        assertThat(new PasswordByLink(session).find(LinkToken.hash(link.group(1)), late))
            .isEqualTo(new PasswordByLink.Found.Refused(PasswordByLink.Refusal.EXPIRED));
      }
    }
    assertThat(mailServer.getReceivedMessages()).as("nobody else, and nobody twice").hasSize(2);
    MimeMessage rene =
        Arrays.stream(mailServer.getReceivedMessages())
            .filter(mail -> isTo(mail, "xn--exmple-cua.com"))
            .findFirst()
            .orElseThrow();
    assertThat(rene.getSubject()).isEqualTo("Choisissez votre mot de passe pour id.example.org");
    assertThat(part(rene, 0))
        .startsWith("Bonjour,")
        .containsPattern("jusqu'au \\d+ \\p{L}+ \\d{4}, \\d\\d:\\d\\d [A-Z]");
    assertThat(part(rene, 1)).contains("<html lang=\"fr\">").doesNotContain("<b>");
  }

  private static boolean isTo(MimeMessage mail, String domain) {
    try {
      return mail.getAllRecipients()[0].toString().endsWith(domain);
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  @SuppressWarnings("try") // it delivers until it is closed
  void stoppedMailsAreNotSent(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "mail");
    Job job = imported(address, "a,a@example.com,A,,send-email", "b,b@example.com,B,,send-email");
    try (Database database = StoreKind.database(address);
        Webhooks webhooks = started(database, 1)) {
      assertThat(next()).isEqualTo("sent user.invited " + job.id());
      try (Session session = database.open()) {
        MailingStop stop = new MailingStop(session, Actor.UNKNOWN, Clock.systemUTC());
        assertThat(stop.stop(job)).isEqualTo(1);
        assertThat(stop.stop(job)).isZero();
        JournalEntry entry =
            session
                .journal()
                .page(JournalFilter.ALL.ofAction("mailing.stopped"), Journal.LATEST, 9)
                .get(0);
        assertThat(entry.job()).contains(job.id());
        assertThat(entry.actor()).isEqualTo(Actor.UNKNOWN);
        InvitedUsers users = invited(database, settings(mailServer.getSmtp().getPort(), 6000));
        users.replenish(Instant.now().plus(Duration.ofHours(1)));
        assertThat(session.webhooks().due(users.key(), Instant.now(), 9)).isEmpty();
      }
    }
    assertThat(mailServer.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aStoppedMailThatIsQueuedAlreadyIsNotWanted() throws Exception {
    String address = StoreKind.SQLITE.emptyDirectory(folder, "mail");
    Job job = imported(address, "a,a@example.com,A,,send-email");
    try (Database database = StoreKind.database(address);
        Session session = database.open()) {
      InvitedUsers users = invited(database, settings(mailServer.getSmtp().getPort(), 60));
      users.replenish(Instant.now());
      WebhookMessage queued = session.webhooks().due(users.key(), Instant.now(), 9).get(0);
      assertThat(users.wants(queued)).isTrue();
      assertThat(session.mailings().stop(job, Instant.now())).isTrue();
      assertThat(users.wants(queued)).isFalse();
    }
  }

  @Test
  void aUserWhoIsDeletedGetsNone() throws Exception {
    String address = StoreKind.SQLITE.emptyDirectory(folder, "mail");
    imported(address, "a,a@example.com,A,,send-email");
    try (Database database = StoreKind.database(address);
        Session session = database.open()) {
      InvitedUsers users = invited(database, settings(mailServer.getSmtp().getPort(), 60));
      users.replenish(Instant.now());
      WebhookMessage queued = session.webhooks().due(users.key(), Instant.now(), 9).get(0);
      long number = session.users().find(1, "a").get(0).id();
      assertThat(session.userWrites().delete(number, Instant.now())).isTrue();
      assertThat(users.wants(queued)).isFalse();
    }
  }

  @Test
  @SuppressWarnings("try") // it delivers until it is closed
  void anAddressThatTheServerWillNeverTakeIsGivenUpAtOnce() throws Exception {
    String address = StoreKind.SQLITE.emptyDirectory(folder, "mail");
    Job job = imported(address, "a,a@example.com,A,,send-email");
    try (RefusingSmtpServer refusing = new RefusingSmtpServer();
        Database database = StoreKind.database(address)) {
      MailSettings settings = settings(refusing.port(), 60);
      try (Webhooks webhooks =
          new Webhooks(database, List.of(invited(database, settings)), this, Clock.systemUTC())) {
        webhooks.start();
        assertThat(next()).startsWith("given up user.invited " + job.id());
      }
      try (Session session = database.openReading()) {
        assertThat(session.mailings().find(job).map(Mailing::givenUp)).contains(1L);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void mailsThatWaitedTooLongAreDroppedAndTold(StoreKind kind) throws Exception {
    String address = kind.emptyDirectory(folder, "mail");
    Job job = imported(address, "a,a@example.com,A,,send-email");
    try (Database database = StoreKind.database(address);
        Session session = database.open()) {
      InvitedUsers users = invited(database, settings(mailServer.getSmtp().getPort(), 60));
      Instant late = Instant.now().plus(Mailings.PATIENCE).plusSeconds(1);
      users.replenish(late);
      assertThat(session.webhooks().due(users.key(), late, 9)).isEmpty();
      assertThat(session.mailings().find(job).orElseThrow().stoppedAt()).isPresent();
      JournalEntry entry =
          session
              .journal()
              .page(JournalFilter.ALL.ofAction("mailing.stopped"), Journal.LATEST, 9)
              .get(0);
      assertThat(entry.actor()).isEqualTo(Actor.SYSTEM);
      assertThat(entry.detail().text("reason")).contains("4 days");
    }
  }

  @Override
  public void delivered(String name, WebhookMessage message) {
    heard.add("sent " + message.event() + " " + message.job());
  }

  @Override
  public void failed(String name, WebhookMessage message, String reason, Instant next) {
    heard.add("failed " + message.event() + " " + reason);
  }

  @Override
  public void givenUp(String name, WebhookMessage message, String reason) {
    heard.add("given up " + message.event() + " " + message.job() + " " + reason);
  }

  @Override
  public void disabled(String name) {
    heard.add("disabled");
  }
}
