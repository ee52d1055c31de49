package dev.muster.app.mail;

import dev.muster.app.job.Job;
import dev.muster.app.settings.MailSettings;
import dev.muster.app.store.Database;
import dev.muster.app.store.Session;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.Answer;
import dev.muster.app.webhook.PendingAnswer;
import dev.muster.app.webhook.Recipient;
import dev.muster.apply.StoreUnavailable;
import dev.muster.value.Value;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The owners of a directory, who are told by mail about the imports that ask for that. */
public final class OwnersMail implements Recipient {

  private static final String REPORT = "/api/v1/imports/";

  private final Database database;
  private final MailServer server;
  private final MailSettings settings;
  private final MailTexts texts;
  private final Optional<String> serverAddress;

  /**
   * Does not connect to anything yet.
   *
   * @param serverAddress the address of Muster's server for its users, for links
   * @param folder what paths in the settings start from
   */
  public OwnersMail(
      Database database, MailSettings settings, Optional<String> serverAddress, Path folder) {
    this.database = database;
    this.settings = settings;
    this.serverAddress = serverAddress;
    this.server = new MailServer(settings, folder);
    this.texts = new MailTexts(settings.language());
  }

  /** The same whoever the owners are: mail that waits goes to those of the time it is sent. */
  @Override
  public String key() {
    return "mail:owners";
  }

  @Override
  public String shownName() {
    return "mail by " + settings.host();
  }

  /** A deleted import is not told any more. */
  @Override
  public boolean wants(WebhookMessage message) {
    try (Session session = database.openReading()) {
      return session.jobs().find(message.job()).filter(OwnersMail::asksForMail).isPresent();
    }
  }

  private static boolean asksForMail(Job job) {
    return Value.TRUE.equals(job.options().formatOptions().get("send_completion_email"));
  }

  @Override
  public PendingAnswer send(WebhookMessage message, Instant now) throws IOException {
    Optional<ImportReport> report = report(message);
    return MailAnswer.of(() -> answer(report, message.id(), now));
  }

  private Answer answer(Optional<ImportReport> report, String id, Instant now) {
    if (report.isEmpty()) {
      return new Answer.Accepted(); // it was just deleted
    }
    try {
      server.send(CompletionMail.of(report.get(), texts), settings.owners(), id, now);
      return new Answer.Accepted();
    } catch (MessagingException e) {
      return MailAnswer.failed(MailServer.reason(e));
    } catch (IOException e) {
      return MailAnswer.failed(String.valueOf(e.getMessage()));
    }
  }

  private Optional<ImportReport> report(WebhookMessage message) throws IOException {
    try (Session session = database.openReading()) {
      return session
          .jobs()
          .find(message.job())
          .map(job -> ImportReport.of(session, job, link(job)));
    } catch (StoreUnavailable e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private Optional<String> link(Job job) {
    return serverAddress.map(
        address ->
            (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
                + REPORT
                + job.id()
                + "/records?outcome=failed");
  }
}
