package dev.muster.app.hash.spelling;

import static dev.muster.app.hash.scheme.Advice.ADVISABLE;

import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.Decimal;
import dev.muster.password.HashSpellings.Respelled;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * bcrypt in other texts than {@code $2b$10$} and 53 characters:
 *
 * <ul>
 *   <li>AdonisJS: {@code $bcrypt$v=98$r=10$SALT$HASH}, the letter of the revision as a number, and
 *       salt and hash in standard base64;
 *   <li>Jenkins: {@code #jbcrypt:} before the hash;
 *   <li>OpenMage: {@code :0} or another version of Magento after the hash;
 *   <li>without {@code $2a$} or without the first {@code $}.
 * </ul>
 *
 * <p>Sources: AdonisJS's {@code src/drivers/bcrypt.ts}; Jenkins's {@code
 * HudsonPrivateSecurityRealm}; OpenMage's {@code Mage_Core_Model_Encryption}.
 */
final class BcryptShapes {

  private static final Pattern ADONIS =
      Pattern.compile(
          "\\$bcrypt\\$(?:v=(97|98)\\$)?r=(N)\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{31})"
              .replace("N", Decimal.PATTERN));
  private static final String JENKINS = "#jbcrypt:";
  private static final Pattern VERSIONED =
      Pattern.compile("(\\$2[aby]?\\$[0-9]{2}\\$[./A-Za-z0-9]{53}):[0-9]");
  private static final Pattern WITHOUT_PREFIX =
      Pattern.compile("(?:0[4-9]|[12][0-9]|3[01])\\$[./A-Za-z0-9]{53}");
  private static final Pattern WITHOUT_DOLLAR =
      Pattern.compile("2[abxy]?\\$[0-9]{2}\\$[./A-Za-z0-9]{53}");

  static final List<KnownSpelling> SPELLINGS =
      List.of(
          new KnownSpelling(
              "adonis-bcrypt",
              About.of(
                  "AdonisJS: bcrypt",
                  "$bcrypt$v=98$r=5$ngozQ69s7NCcvdnoVxLmpw$48WSs5uby0AHz6f0rBTIiFbopC9+F9U",
                  "AdonisJS since 5",
                  "SELECT email, password FROM users",
                  ADVISABLE),
              "$",
              BcryptShapes::adonis),
          new KnownSpelling(
              "jenkins-bcrypt",
              About.of(
                  "Jenkins: a mark before bcrypt",
                  "#jbcrypt:$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
                  "Jenkins, its own user database",
                  "users/*/config.xml: passwordHash",
                  ADVISABLE),
              "#",
              BcryptShapes::jenkins),
          new KnownSpelling(
              "openmage-bcrypt",
              About.of(
                  "OpenMage: a version of Magento after bcrypt",
                  "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS:0",
                  "OpenMage, and Magento 2 after a migration from it",
                  "SELECT email, password_hash FROM customer_entity",
                  ADVISABLE),
              "$",
              BcryptShapes::versioned),
          new KnownSpelling(
              "bcrypt-bare",
              About.of(
                  "bcrypt without $2a$, or without its first $",
                  "05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS",
                  "systems that store the cost, the salt and the hash only",
                  "the column of the users table, as it is",
                  ADVISABLE),
              "0123",
              BcryptShapes::bare));

  private BcryptShapes() {}

  private static Optional<Respelled> adonis(String text) {
    Matcher form = ADONIS.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String revision = "98".equals(form.group(1)) ? "b" : "a";
    String cost = form.group(2).length() == 1 ? "0" + form.group(2) : form.group(2);
    String digits = BcryptHash.digits(form.group(3) + form.group(4));
    return bcrypt("$2" + revision + "$" + cost + "$" + digits);
  }

  private static Optional<Respelled> jenkins(String text) {
    return text.startsWith(JENKINS) ? bcrypt(text.substring(JENKINS.length())) : Optional.empty();
  }

  private static Optional<Respelled> versioned(String text) {
    Matcher form = VERSIONED.matcher(text);
    return form.matches() ? bcrypt(form.group(1)) : Optional.empty();
  }

  private static Optional<Respelled> bare(String text) {
    if (WITHOUT_PREFIX.matcher(text).matches()) {
      return bcrypt("$2a$" + text);
    }
    return WITHOUT_DOLLAR.matcher(text).matches() ? bcrypt("$" + text) : Optional.empty();
  }

  private static Optional<Respelled> bcrypt(String hash) {
    return Optional.of(Respelled.of("bcrypt", hash));
  }
}
