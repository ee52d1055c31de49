package dev.muster.app.hash;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A system that people leave, for docs/hashes.md. Its schemes are those whose origin or title names
 * it, so a new scheme appears without a change here.
 *
 * @param name a heading
 * @param named what origins and titles call it
 * @param also schemes that it uses although their origin does not name it
 * @param export how to export its hashes; empty to show what the schemes say
 */
record HashSystem(String name, Pattern named, List<String> also, String export) {

  private static final List<String> CRYPT = List.of("bcrypt", "argon2");

  static final List<HashSystem> ALL =
      List.of(
          of("389 Directory Server", "389 Directory", ""),
          of("AdonisJS", "Adonis", "", "bcrypt", "argon2", "scrypt-phc"),
          of("ASP.NET Identity, IdentityServer, Umbraco, nopCommerce", "ASP\\.NET Identity", ""),
          of("ASP.NET Membership", "ASP\\.NET Membership", ""),
          of("Atlassian Jira, Confluence, Crowd, Bitbucket", "Atlassian", ""),
          of("Auth0", "Auth0", guide("from-auth0"), "bcrypt"),
          of("Authentic2", "Authentic2", ""),
          of(
              "Authgear",
              "Authgear",
              "Exports have bcrypt as it is: `\"password\": {\"type\": \"bcrypt\","
                  + " \"password_hash\": \"$2b$…\"}`.",
              "bcrypt"),
          of("better-auth and Lucia", "better-auth|Lucia", ""),
          of("Cisco IOS, PIX and ASA", "Cisco|Juniper", ""),
          of(
              "Devise (Ruby on Rails)",
              "Devise",
              "`SELECT email, encrypted_password FROM users`. With `config.pepper` the password is"
                  + " followed by the pepper before bcrypt: prove it first.",
              CRYPT),
          of("Django", "Django", ""),
          of(
              "Dovecot, mailcow, Postfixadmin",
              "Dovecot",
              "`SELECT username, password FROM mailbox`, or the password file. A text is as"
                  + " `doveadm pw` prints it, with its tag or without.",
              "bcrypt",
              "sha512-crypt",
              "sha256-crypt",
              "md5-crypt"),
          of("Drupal, Backdrop", "Drupal|Backdrop", "", "drupal7"),
          of("Elasticsearch", "Elasticsearch", "", "bcrypt"),
          of("Firebase Authentication, Google Identity Platform", "Firebase", ""),
          of("Flask (Werkzeug), Flask-Security, passlib", "Flask|Werkzeug|passlib", ""),
          of("FreeBSD", "FreeBSD", ""),
          of("FreeIPA", "FreeIPA", ""),
          of("Gitea and Forgejo", "Gitea|Forgejo", ""),
          of("GRUB", "GRUB", ""),
          of("Home Assistant", "Home Assistant", ""),
          of("Jakarta Security (Soteria)", "Jakarta", ""),
          of("Jenkins", "Jenkins", "", "bcrypt"),
          of("Joomla", "Joomla", "`SELECT username, email, password FROM jos_users`.", "bcrypt"),
          of("Jupyter", "Jupyter", ""),
          of("Kafka", "Kafka", ""),
          of("Keycloak", "Keycloak", ""),
          of(
              "Laravel and other PHP programs",
              "PHP|Laravel",
              "`SELECT email, password FROM users`; see " + link("from-php") + ".",
              CRYPT),
          of("Liferay", "Liferay", ""),
          of("Linux accounts", "Linux", "`getent shadow`, as root.", "sha512-crypt", "bcrypt"),
          of("Logto", "Logto", ""),
          of("macOS", "macOS", ""),
          of("Magento, Adobe Commerce, OpenMage", "Magento", ""),
          of("Mattermost", "Mattermost", "", "bcrypt"),
          of("MediaWiki", "MediaWiki", ""),
          of("Medusa", "Medusa", ""),
          of("Mosquitto", "[Mm]osquitto", ""),
          of("MySQL and MariaDB", "MySQL|MariaDB", ""),
          of("Nextcloud and ownCloud", "Nextcloud|ownCloud", ""),
          of("Node.js programs", "Node\\.js", "", CRYPT),
          of("Okta", "Okta", ""),
          of("OpenLDAP and other directories", "OpenLDAP|OpenDJ|LDAP", ""),
          of("Oracle", "Oracle", ""),
          of("Ory Kratos", "Kratos", "`SELECT config FROM identity_credentials`.", CRYPT),
          of("PostgreSQL", "PostgreSQL", ""),
          of("phpBB, Vanilla, bbPress", "phpBB|Vanilla|bbPress", "", "bcrypt"),
          of("RabbitMQ", "RabbitMQ", ""),
          of("RestAuth", "RestAuth", "[restauth.md](restauth.md)", "restauth-sha512"),
          of("Ruby programs with scrypt (Authlogic)", "Ruby on Rails with Authlogic", "", "bcrypt"),
          of("SAP", "SAP", ""),
          of("Shiro", "Shiro", ""),
          of("Solaris", "Solaris", ""),
          of(
              "Spring Security",
              "Spring Security",
              "`SELECT username, password FROM users`.",
              CRYPT),
          of("SQL Server", "SQL Server", ""),
          of(
              "Supabase",
              "Supabase",
              "`SELECT email, encrypted_password FROM auth.users`.",
              "bcrypt",
              "argon2"),
          of("Symfony", "Symfony", "", CRYPT),
          of("TYPO3", "TYPO3", "", CRYPT),
          of("Windows, Active Directory, Samba", "Active Directory|Windows|Samba", ""),
          of("web2py and py4web", "web2py", ""),
          of("WordPress", "WordPress", ""),
          of("XenForo", "XenForo", "", "bcrypt"));

  /** Forms that are not read, by the names of their systems. */
  private static final Map<String, String> UNREAD =
      Map.of(
          "phpBB, Vanilla, bbPress",
          "what follows `$CP$` unless it begins with `$H$`: hashes of other forums (vBulletin,"
              + " MyBB, SMF, WoltLab), whose salts are in other columns. Take `$CP$` away, and"
              + " write a [recipe](#recipes).",
          "XenForo",
          "arrays of other forums: the column `scheme_class` is not `XenForo_Authentication_Core…`"
              + " or `XF:Core…`. Take hash and salt out of the array, and write a"
              + " [recipe](#recipes); vBulletin's is `md5(hex(md5(password)) + salt)`, that of MyBB"
              + " and IP.Board 3 `md5(hex(md5(salt)) + hex(md5(password)))`.",
          "Liferay",
          "digests without a tag, from before version 6.2: name the scheme, such as `ldap-sha`.",
          "Spring Security",
          "hashes of encoders with a secret, or with other numbers of iterations than Spring's"
              + " own.");

  private static HashSystem of(String name, String named, String export, String... also) {
    return of(name, named, export, List.of(also));
  }

  private static HashSystem of(String name, String named, String export, List<String> also) {
    return new HashSystem(name, Pattern.compile("(?<![A-Za-z])(?:" + named + ")"), also, export);
  }

  private static String guide(String page) {
    return "Auth0's support exports hashes on request; see " + link(page) + ".";
  }

  private static String link(String page) {
    return "[" + page.replace('-', ' ') + "](guides/" + page + ".md)";
  }

  /** Its forms that are not read, in words; empty if none is known. */
  String unread() {
    return UNREAD.getOrDefault(name, "");
  }

  /** Its hashes, those that name it first. */
  List<DocumentedHash> hashes() {
    List<DocumentedHash> own = DocumentedHash.ALL.stream().filter(this::isNamedBy).toList();
    Stream<DocumentedHash> others =
        DocumentedHash.ALL.stream()
            .filter(hash -> also.contains(hash.name()) && !own.contains(hash));
    return Stream.concat(own.stream(), others).toList();
  }

  private boolean isNamedBy(DocumentedHash hash) {
    return named.matcher(hash.about().origin()).find()
        || named.matcher(hash.about().title()).find();
  }
}
