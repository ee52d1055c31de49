package dev.muster.app.mail;

import dev.muster.app.settings.MailSettings;
import dev.muster.app.settings.MailSettings.Security;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** Sends mail by SMTP. Thread-safe. */
final class MailServer {

  /** How long connecting may take. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(15);

  /**
   * How long each step of a conversation with the server may take. A server that checks a mail
   * before it takes it needs up to ten minutes (RFC 5321, 4.5.3.2.6); who gives up earlier sends
   * the same mail again.
   */
  static final Duration TIMEOUT = Duration.ofMinutes(10);

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "::1");

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSettings settings;
  private final Path folder;

  /**
   * Does not connect yet.
   *
   * @param folder what the path of the password's file starts from
   */
  MailServer(MailSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /**
   * Sends a mail. It has succeeded if the server took it for one of the addresses at least.
   *
   * @param to the addresses
   * @param id the unique part of the message's id, which lets mail programs recognise a mail that
   *     comes twice
   * @throws SendFailedException with invalid addresses, if the server will never take it for them
   * @throws MessagingException if the server can't be reached or does not take it
   * @throws IOException if the password can't be read
   */
  void send(Mail mail, List<String> to, String id, Instant date)
      throws MessagingException, IOException {
    Session session = Session.getInstance(properties());
    MimeMessage message = message(session, mail, to, id, date);
    try (Transport transport = session.getTransport()) {
      if (settings.login().isPresent()) {
        MailSettings.Login login = settings.login().get();
        transport.connect(login.username(), password(login));
      } else {
        transport.connect();
      }
      transport.sendMessage(message, message.getAllRecipients());
    } catch (SendFailedException e) {
      if (e.getValidSentAddresses() == null || e.getValidSentAddresses().length == 0) {
        throw e;
      }
    }
  }

  private Properties properties() {
    boolean tls = settings.security() == Security.TLS;
    String protocol = tls ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    String timeout = Long.toString(TIMEOUT.toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", settings.host());
    properties.setProperty(prefix + "port", Integer.toString(settings.port()));
    properties.setProperty(prefix + "auth", Boolean.toString(settings.login().isPresent()));
    properties.setProperty(prefix + "connectiontimeout", Long.toString(CONNECT_TIMEOUT.toMillis()));
    properties.setProperty(prefix + "timeout", timeout);
    properties.setProperty(prefix + "writetimeout", timeout);
    properties.setProperty(prefix + "sendpartial", "true");
    properties.setProperty(prefix + "from", settings.from());
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    boolean starttls =
        settings.security() == Security.STARTTLS || settings.security() == Security.AUTO;
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(starttls));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(needsStarttls()));
    return properties;
  }

  /** A password is not sent in clear to other machines, unless the settings say so. */
  private boolean needsStarttls() {
    return switch (settings.security()) {
      case STARTTLS -> true;
      case AUTO -> settings.login().isPresent() && !LOCAL.contains(settings.host());
      case TLS, NONE -> false;
    };
  }

  /** The first line of the password's file, as it is now. */
  private String password(MailSettings.Login login) throws IOException {
    Path file = folder.resolve(login.passwordFile());
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new IOException("mail.password_file: " + file + " can't be read", e);
    }
  }

  private MimeMessage message(Session session, Mail mail, List<String> to, String id, Instant date)
      throws MessagingException {
    MimeMessage message = new IdentifiedMessage(session, id + "@muster");
    message.setFrom(new InternetAddress(settings.from()));
    for (String address : to) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
    }
    message.setSubject(mail.subject(), UTF_8);
    message.setSentDate(Date.from(date));
    message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no automatic replies
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    MimeBodyPart html = new MimeBodyPart();
    html.setText(mail.html(), UTF_8, "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  /** Why a mail was not sent: the server's answer, without the line ends of SMTP. */
  static String reason(MessagingException e) {
    return SmtpRefusal.reply(e).orElseGet(() -> words(e));
  }

  private static String words(MessagingException e) {
    Exception next = e.getNextException();
    String message = next != null && e.getMessage() == null ? next.getMessage() : e.getMessage();
    return message == null ? e.getClass().getSimpleName() : SmtpRefusal.oneLine(message);
  }

  /** A message with a given id; others get a random one. */
  private static final class IdentifiedMessage extends MimeMessage {

    private final String id;

    IdentifiedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + ">");
    }
  }
}
