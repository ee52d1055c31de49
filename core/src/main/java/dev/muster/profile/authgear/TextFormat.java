package dev.muster.profile.authgear;

import dev.muster.profile.DateSyntax;
import dev.muster.profile.EmailSyntax;
import dev.muster.profile.PhoneSyntax;
import dev.muster.profile.UrlSyntax;
import org.jspecify.annotations.Nullable;

/** Formats of texts, with the names that Authgear's API reports as {@code details.format}. */
enum TextFormat {
  EMAIL("email"),
  PHONE("phone"),
  URI("uri"),
  PICTURE("x_picture"),
  BIRTHDATE("birthdate"),
  TIMEZONE("timezone"),
  BCP47("bcp47"),
  DATE_TIME("date-time");

  private final String wireName;

  TextFormat(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  /** What is wrong with a text, as a message; null if it is valid. */
  @Nullable String complaint(String text) {
    return switch (this) {
      case EMAIL -> unless(EmailSyntax.isAddress(text), "must be a bare e-mail address");
      case PHONE -> unless(PhoneSyntax.isE164(text), "not in E.164 format");
      case URI -> UrlSyntax.complaint(text);
      case PICTURE -> pictureComplaint(text);
      case BIRTHDATE ->
          unless(
              DateSyntax.isBirthdate(text),
              "must be a date, YYYY-MM-DD, 0000-MM-DD, --MM-DD or YYYY");
      case TIMEZONE ->
          unless(ZoneName.isKnown(text), "must be an IANA time zone such as Asia/Hong_Kong");
      case BCP47 -> LocaleTag.complaint(text);
      case DATE_TIME ->
          unless(
              DateSyntax.instant(text) != null,
              "must be an RFC 3339 date-time with an offset, as in 2030-01-01T00:00:00Z");
    };
  }

  private static @Nullable String unless(boolean good, String complaint) {
    return good ? null : complaint;
  }

  private static @Nullable String pictureComplaint(String text) {
    String scheme = UrlSyntax.scheme(text);
    return scheme == null || scheme.equals("http") || scheme.equals("https")
        ? UrlSyntax.complaint(text)
        : "invalid scheme: " + scheme;
  }
}
