package dev.muster.app.hash.vendor;

import static dev.muster.app.hash.scheme.Advice.UNVERIFIABLE;

import dev.muster.app.hash.scheme.About;
import dev.muster.app.hash.scheme.KnownScheme;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Schemes that are recognised but can't be verified, because they depend on the user's name or
 * realm, or because no available library computes them. They are refused by name, so that operators
 * know what they have.
 *
 * <p>Sources: crypt(5) of libxcrypt; passlib's documentation; PostgreSQL's documentation of {@code
 * pg_authid}; Dovecot's, "Password Schemes"; hashcat's example hashes.
 */
final class NamedOnly {

  /** The beginning of a text, as a regular expression. No other scheme accepts such texts. */
  private record Mark(Pattern pattern) implements Predicate<String> {

    static Mark of(String regex) {
      return new Mark(Pattern.compile(regex));
    }

    @Override
    public boolean test(String text) {
      return pattern.matcher(text).lookingAt();
    }
  }

  private static final String AS_IT_IS = "the field as it is, to be kept for later or for export";

  static final List<KnownScheme> SCHEMES =
      List.of(
          scheme(
              "yescrypt",
              "\\$y\\$",
              "yescrypt",
              "$y$j9T$abcdefghijklmnopqrstu.$sHTuf4JXkxSpLr2L6w/SXcmcaThVwJ" + "A2RCbk0fFLE.9",
              "/etc/shadow of Debian 11, Fedora 35, Ubuntu 22.04 and later"),
          scheme(
              "gost-yescrypt",
              "\\$gy\\$",
              "yescrypt with GOST R 34.11-2012",
              "$gy$j9T$abcdefghijklmnopqrstu.$d0ibtRvroJnizDJfnwYfln1sN.Up1" + "X440ftGQyts4I4",
              "/etc/shadow of ALT Linux"),
          scheme(
              "bcrypt-unknown",
              "\\$2[c-wzA-Z0-9]\\$",
              "bcrypt with a letter that nobody defined",
              "$2c$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
              "files that something has altered"),
          scheme(
              "postgres-md5",
              "md5[0-9a-f]{32}\\z",
              "PostgreSQL's MD5, which depends on the user's name",
              "md5b3f4e7978a342a6e423f52eb83ee117e",
              "PostgreSQL before 14, pg_authid",
              "without the letters md5 before them, they can be imported from a table, by the"
                  + " scheme recipe with the password_recipe md5(password + login)"),
          scheme(
              "msdcc2",
              "\\$DCC2\\$",
              "Windows' cached domain logon, which depends on the user's name",
              "$DCC2$10240#ann#56b45c4e585bf03f2711ecfb3b82016b",
              "the registry of Windows since Vista"),
          scheme(
              "lotus-domino",
              "\\([GH][0-9A-Za-z+/]{10,}\\)\\z",
              "Lotus Domino, releases 6 and 8",
              "(GVMroLzc50YK/Yd+L8KH)",
              "names.nsf of HCL (Lotus) Domino"),
          scheme(
              "juniper-type9",
              "\\$9\\$[^$]*\\z",
              "Junos type 9, which hides a password and does not hash it",
              "$9$LbHX-wg4Z.mTNdVYgoZG",
              "the configuration of Juniper's Junos"),
          scheme(
              "digest-md5",
              "(?i)\\{DIGEST-MD5(?:\\.(?:HEX|B64))?}",
              "DIGEST-MD5, which depends on the user's name and realm",
              "{DIGEST-MD5}77c1a8c437c9b08ba2f460fe5d58db5d",
              "Dovecot's passwd files and SQL tables",
              "without their tag, they can be imported from a table, by the scheme recipe with the"
                  + " password_recipe md5(login + \":REALM:\" + password), where the login has no"
                  + " domain, and REALM is the domain"),
          scheme(
              "sasl-delegated",
              "(?i)\\{SASL}",
              "no hash: OpenLDAP asks saslauthd",
              "{SASL}ann@example.com",
              "OpenLDAP's userPassword"),
          scheme(
              "kerberos-delegated",
              "(?i)\\{KERBEROS}",
              "no hash: OpenLDAP asks Kerberos",
              "{KERBEROS}ann@EXAMPLE.COM",
              "OpenLDAP's userPassword"),
          ambiguous(
              "oracle10",
              "Oracle before 11g, which depends on the user's name",
              "E216D7A95B9BE781",
              "sys.user$, the column password"),
          ambiguous(
              "msdcc",
              "Windows' cached domain logon, which depends on the user's name",
              "81f678f71c3ab5e4595c5dec48d2d93b",
              "the registry of Windows before Vista"));

  private NamedOnly() {}

  private static KnownScheme scheme(
      String name, String regex, String title, String example, String origin) {
    return scheme(name, regex, title, example, origin, "");
  }

  /** A scheme whose hashes a recipe can verify. */
  private static KnownScheme scheme(
      String name, String regex, String title, String example, String origin, String remedy) {
    return KnownScheme.unverifiable(
        name,
        Mark.of(regex),
        new About(title, example, "", origin, AS_IT_IS, UNVERIFIABLE),
        remedy);
  }

  /** A scheme that the input has to name, as its texts are hex digits like many others. */
  private static KnownScheme ambiguous(String name, String title, String example, String origin) {
    return KnownScheme.unverifiable(
        name, text -> false, new About(title, example, "", origin, AS_IT_IS, UNVERIFIABLE));
  }
}
