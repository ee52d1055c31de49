package dev.muster.app.mail;

import dev.muster.app.job.Job;
import dev.muster.app.journal.Actor;
import dev.muster.app.json.StoredJson;
import dev.muster.app.settings.MailSettings;
import dev.muster.app.store.Database;
import dev.muster.app.store.LinkToken;
import dev.muster.app.store.MailingStop;
import dev.muster.app.store.Mailings;
import dev.muster.app.store.PasswordLink;
import dev.muster.app.store.Session;
import dev.muster.app.store.WebhookMessage;
import dev.muster.app.webhook.Answer;
import dev.muster.app.webhook.PendingAnswer;
import dev.muster.app.webhook.Recipient;
import dev.muster.apply.StoreUnavailable;
import dev.muster.user.LoginId;
import dev.muster.user.User;
import dev.muster.value.Struct;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** New users, who get a mail with a link to choose a password if their import asked for that. */
public final class InvitedUsers implements Recipient {

  static final String KEY = "mail:users";

  /** For that long after its end, a link is told to be expired or used. */
  static final Duration LINKS_KEPT = Duration.ofDays(30);

  private static final String TOO_LATE =
      "stopped, because no server could send them for " + Mailings.PATIENCE.toDays() + " days";

  private static final System.Logger LOG = System.getLogger(InvitedUsers.class.getName());
  private static final String PAGE = "/set-password/";

  private final Database database;
  private final MailServer server;
  private final MailSettings settings;
  private final String serverAddress;

  /**
   * Does not connect to anything yet.
   *
   * @param serverAddress the address of Muster's server for its users, for links
   * @param folder what paths in the settings start from
   */
  public InvitedUsers(Database database, MailSettings settings, String serverAddress, Path folder) {
    this.database = database;
    this.settings = settings;
    this.serverAddress =
        serverAddress.endsWith("/")
            ? serverAddress.substring(0, serverAddress.length() - 1)
            : serverAddress;
    this.server = new MailServer(settings, folder);
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String shownName() {
    return "mail to users by " + settings.host();
  }

  @Override
  public void replenish(Instant now) {
    Instant late = now.minus(Mailings.PATIENCE);
    try (Session session = database.openReading()) {
      if (!session.mailings().areWaiting() && session.mailings().waitingSince(late).isEmpty()) {
        return;
      }
    }
    try (Session session = database.open()) {
      MailingStop stop = new MailingStop(session, Actor.SYSTEM, Clock.fixed(now, ZoneOffset.UTC));
      for (Job job : session.mailings().waitingSince(late)) {
        // nobody expects these mails any more
        if (stop.stop(job, TOO_LATE) > 0) {
          LOG.log(System.Logger.Level.WARNING, "mails of import {0}: {1}", job.id(), TOO_LATE);
        }
      }
      session.mailings().queue(KEY, settings.perMinute(), now);
    }
  }

  @Override
  public void keepUp(Session session, Instant now) {
    session.passwordLinks().forgetEndedBefore(now.minus(LINKS_KEPT));
  }

  /** A user who is deleted, has no address any more or chose a password needs no mail. */
  @Override
  public boolean wants(WebhookMessage message) {
    if (!message.event().equals(Mailings.EVENT)) {
      return false;
    }
    try (Session session = database.openReading()) {
      return session.mailings().goesOn(message.job()) && user(session, message).isPresent();
    }
  }

  private static Optional<User> user(Session session, WebhookMessage message) {
    String id =
        StoredJson.parse(message.body()) instanceof Struct body ? body.text(Mailings.USER) : null;
    OptionalLong number = session.users().ids().parse(id == null ? "" : id);
    return number.isEmpty()
        ? Optional.empty()
        : session.users().withNumber(number.getAsLong()).filter(user -> user.account().isInvited());
  }

  @Override
  public void ended(Session session, WebhookMessage message, Ending how) {
    if (message.event().equals(Mailings.EVENT)) {
      session
          .mailings()
          .ended(
              message.job(),
              switch (how) {
                case DELIVERED -> Mailings.Ending.SENT;
                case GIVEN_UP -> Mailings.Ending.GIVEN_UP;
                case UNWANTED -> Mailings.Ending.DROPPED;
              });
    }
  }

  /** Returns at once, because the store may have to wait for other writers. */
  @Override
  public PendingAnswer send(WebhookMessage message, Instant now) {
    return MailAnswer.of(() -> answer(message, now));
  }

  /** Each attempt has a link of its own, because only the mail knows the token. */
  private Answer answer(WebhookMessage message, Instant now) {
    LinkToken token = LinkToken.make();
    Instant endsAt = now.plus(Duration.ofDays(settings.linkDays()));
    Optional<User> found;
    try (Session session = database.open()) {
      found = user(session, message);
      found.ifPresent(user -> session.passwordLinks().add(link(token, user, now, endsAt)));
    } catch (StoreUnavailable e) {
      return MailAnswer.failed(String.valueOf(e.getMessage()));
    }
    return found
        .map(user -> answer(user, token, endsAt, message, now))
        .orElseGet(Answer.Accepted::new);
  }

  private static PasswordLink link(LinkToken token, User user, Instant now, Instant endsAt) {
    LoginId email = Objects.requireNonNull(user.account().email()); // the user is invited
    return new PasswordLink(token.hash(), user.id(), PasswordLink.addressHash(email), now, endsAt);
  }

  private Answer answer(
      User user, LinkToken token, Instant endsAt, WebhookMessage message, Instant now) {
    MailTexts texts = new MailTexts(InvitationMail.language(user.account(), settings.language()));
    InvitationMail.Content content =
        new InvitationMail.Content(
            user.account(), site(), serverAddress + PAGE + token.secret(), endsAt);
    LoginId email = user.account().email();
    try {
      server.send(
          InvitationMail.of(content, texts),
          List.of(SmtpAddress.of(email == null ? "" : email.value())),
          message.id(),
          now);
      return new Answer.Accepted();
    } catch (SendFailedException e) {
      return SmtpRefusal.isOfAddress(e)
          ? new Answer.Refused(MailServer.reason(e))
          : MailAnswer.failed(MailServer.reason(e));
    } catch (AddressException e) {
      return new Answer.Refused(MailServer.reason(e));
    } catch (MessagingException e) {
      return MailAnswer.failed(MailServer.reason(e));
    } catch (IOException e) {
      return MailAnswer.failed(String.valueOf(e.getMessage()));
    }
  }

  /** The name of the server as people know it. */
  private String site() {
    try {
      String host = URI.create(serverAddress).getHost();
      return host == null ? serverAddress : host;
    } catch (IllegalArgumentException e) {
      return serverAddress;
    }
  }
}
