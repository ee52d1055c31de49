package dev.muster.app.mail;

import com.ibm.icu.text.IDNA;
import dev.muster.profile.EmailSyntax;
import jakarta.mail.internet.AddressException;

/** Writes addresses as SMTP servers without SMTPUTF8 take them: in ASCII. */
final class SmtpAddress {

  private SmtpAddress() {}

  /**
   * The ASCII form of an address. Its domain is converted by UTS 46 as login ids are, so that
   * {@code straße.example} is not taken for {@code strasse.example}, which may have another owner.
   *
   * @throws AddressException if the address has no ASCII form
   */
  static String of(String email) throws AddressException {
    int at = email.lastIndexOf('@');
    if (!EmailSyntax.isAscii(email, 0, at + 1)) {
      throw new AddressException("this server's mail takes ASCII local parts only");
    }
    return EmailSyntax.isAscii(email, at + 1, email.length())
        ? email
        : email.substring(0, at + 1) + domain(email.substring(at + 1));
  }

  private static String domain(String domain) throws AddressException {
    StringBuilder ascii = new StringBuilder();
    IDNA.Info info = new IDNA.Info();
    IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII).nameToASCII(domain, ascii, info);
    if (info.hasErrors()) {
      throw new AddressException("the domain can't be written in ASCII");
    }
    return ascii.toString();
  }
}
