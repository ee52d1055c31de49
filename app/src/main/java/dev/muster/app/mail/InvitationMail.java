package dev.muster.app.mail;

import static dev.muster.app.mail.Mail.escaped;

import dev.muster.app.settings.MailSettings;
import dev.muster.user.Account;
import dev.muster.user.LoginId;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mail with the link to choose a password. */
final class InvitationMail {

  /** Names that are greeted; what else is in the column of names is left out. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} '’-]{0,59}");

  private InvitationMail() {}

  /**
   * What a mail tells.
   *
   * @param site the name of the server that the link leads to
   * @param link the whole link
   * @param endsAt until when the link can be used
   */
  record Content(Account account, String site, String link, Instant endsAt) {

    /** Shows no link. */
    @Override
    public String toString() {
      return "Content";
    }
  }

  /** Writes a mail. */
  static Mail of(Content content, MailTexts texts) {
    return new Mail(
        texts.of("invitation.subject", content.site()), text(content, texts), html(content, texts));
  }

  /**
   * The language of a user's mail: that of the user's locale, if there are texts in it.
   *
   * @param usual the language of the settings
   */
  static String language(Account account, String usual) {
    return Stream.of(account.attributes(), account.customAttributes())
        .flatMap(attributes -> Stream.ofNullable(attributes.text("locale")))
        .map(tag -> Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage())
        .filter(MailSettings.LANGUAGES::contains)
        .findFirst()
        .orElse(usual);
  }

  private static String hello(Account account, MailTexts texts) {
    return Optional.ofNullable(account.attributes().text("given_name"))
        .map(String::strip)
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> texts.of("invitation.hello", name))
        .orElseGet(() -> texts.of("invitation.hello.unnamed"));
  }

  private static String introduction(Content content, MailTexts texts) {
    String login = content.account().shownLogin().map(LoginId::value).orElse("");
    return texts.of("invitation.introduction", content.site(), login);
  }

  private static String validity(Content content, MailTexts texts) {
    return texts.of("invitation.validity", Date.from(content.endsAt()));
  }

  private static String text(Content content, MailTexts texts) {
    return String.join(
        "\n\n",
        hello(content.account(), texts),
        introduction(content, texts),
        texts.of("invitation.choose") + "\n" + content.link(),
        validity(content, texts),
        texts.of("invitation.reason") + "\n");
  }

  private static String html(Content content, MailTexts texts) {
    return "<!DOCTYPE html>\n<html lang=\""
        + texts.language()
        + "\"><head><meta charset=\"utf-8\"><title>"
        + escaped(texts.of("invitation.subject", content.site()))
        + "</title></head>\n<body style=\"font-family: sans-serif; color: #222\">\n<p>"
        + escaped(hello(content.account(), texts))
        + "</p>\n<p>"
        + escaped(introduction(content, texts))
        + "</p>\n<p><a style=\"display: inline-block; padding: 10px 18px; border-radius: 6px;"
        + " background: #1d5fa8; color: #fff; text-decoration: none\" href=\""
        + escaped(content.link())
        + "\">"
        + escaped(texts.of("invitation.button"))
        + "</a></p>\n<p>"
        + escaped(validity(content, texts))
        + "</p>\n<p style=\"color: #666\">"
        + escaped(texts.of("invitation.reason"))
        + "</p>\n</body></html>\n";
  }
}
