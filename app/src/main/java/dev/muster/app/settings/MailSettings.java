package dev.muster.app.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The section {@code mail}: how mail is sent, and to whom.
 *
 * @param host the SMTP server
 * @param port the SMTP server's port
 * @param login the user name for the SMTP server, and a file with the password; empty for none
 * @param from the sender's address
 * @param owners addresses that are told about imports
 * @param language the language of the mail, as an ISO 639 code
 * @param perMinute how many mails to users are sent in a minute
 * @param linkDays how many days a user can set a password by the link in a mail
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    Optional<Login> login,
    String from,
    List<String> owners,
    String language,
    int perMinute,
    int linkDays) {

  static final List<String> KEYS =
      List.of(
          "host",
          "port",
          "security",
          "username",
          "password_file",
          "from",
          "owners",
          "language",
          "per_minute",
          "link_days");

  /** The languages in which mail is written. */
  public static final List<String> LANGUAGES = List.of("en", "fr");

  private static final int PER_MINUTE = 60;
  private static final int PER_MINUTE_MAX = 60_000;
  private static final int LINK_DAYS = 7;
  private static final int LINK_DAYS_MAX = 365;
  private static final int PORT_MAX = 65_535;

  /** Enough to find typing errors; the SMTP server decides. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"@]+@[^\\s<>,;\"@]+");

  public MailSettings {
    owners = List.copyOf(owners);
  }

  /** With the default pace, and links that hold a week. */
  public MailSettings(
      String host,
      int port,
      Security security,
      Optional<Login> login,
      String from,
      List<String> owners,
      String language) {
    this(host, port, security, login, from, owners, language, PER_MINUTE, LINK_DAYS);
  }

  /** How the connection to the SMTP server is protected. */
  public enum Security {
    /** By STARTTLS if the server offers it. */
    AUTO(25),
    /** By STARTTLS, or nothing is sent. */
    STARTTLS(587),
    /** By TLS from the first byte. */
    TLS(465),
    /** Not at all. */
    NONE(25);

    private final int usualPort;

    Security(int usualPort) {
      this.usualPort = usualPort;
    }

    /** The name in muster.yml. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Credentials for the SMTP server.
   *
   * @param passwordFile the path of a file whose first line is the password
   */
  public record Login(String username, String passwordFile) {}

  /** Reads the section; empty if the file has none. */
  static Optional<MailSettings> read(Section mail) throws SettingsProblem {
    mail.only(KEYS);
    if (mail.keys().isEmpty()) {
      return Optional.empty();
    }
    Security security = security(mail);
    return Optional.of(
        new MailSettings(
            mail.required("host"),
            (int) mail.whole("port", 1, PORT_MAX).orElse(security.usualPort),
            security,
            login(mail),
            address(mail, "from", mail.required("from")),
            owners(mail),
            language(mail),
            (int) mail.whole("per_minute", 1, PER_MINUTE_MAX).orElse(PER_MINUTE),
            (int) mail.whole("link_days", 1, LINK_DAYS_MAX).orElse(LINK_DAYS)));
  }

  private static Security security(Section mail) throws SettingsProblem {
    String key = mail.text("security").orElse(Security.AUTO.key());
    for (Security each : Security.values()) {
      if (each.key().equals(key)) {
        return each;
      }
    }
    throw mail.problem("security", "is auto, starttls, tls or none");
  }

  private static Optional<Login> login(Section mail) throws SettingsProblem {
    Optional<String> username = mail.text("username");
    Optional<String> file = mail.text("password_file");
    if (username.isPresent() != file.isPresent()) {
      throw mail.problem(
          file.isPresent() ? "password_file" : "username",
          "username and password_file are given together");
    }
    return username.map(name -> new Login(name, file.orElseThrow()));
  }

  private static List<String> owners(Section mail) throws SettingsProblem {
    List<String> owners = mail.texts("owners");
    if (owners.isEmpty()) {
      throw mail.problem("owners", "is missing: who is told about imports");
    }
    for (String owner : owners) {
      address(mail, "owners", owner);
    }
    return owners;
  }

  private static String address(Section mail, String key, String address) throws SettingsProblem {
    if (!ADDRESS.matcher(address).matches()) {
      throw mail.problem(key, address + " is no e-mail address");
    }
    return address;
  }

  private static String language(Section mail) throws SettingsProblem {
    String language = mail.text("language").orElse(LANGUAGES.get(0));
    if (!LANGUAGES.contains(language)) {
      throw mail.problem("language", "is " + String.join(" or ", LANGUAGES));
    }
    return language;
  }
}
