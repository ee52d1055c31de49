package dev.muster.app.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;

/**
 * The address of a PostgreSQL database in the form of libpq's connection URIs: {@code
 * postgresql://user:password@host:5432/name?sslmode=require}. Missing parts come from the
 * environment variables {@code PGUSER}, {@code PGPASSWORD}, {@code PGHOST}, {@code PGPORT} and
 * {@code PGDATABASE}, or from libpq's defaults. The parameters after the question mark are passed
 * to the JDBC driver.
 *
 * @param user the database user
 * @param password null if none was given; the driver then reads {@code ~/.pgpass}
 * @param parameters connection parameters by the driver's names
 */
public record PostgresAddress(
    String user,
    @Nullable String password,
    String host,
    int port,
    String database,
    Map<String, String> parameters) {

  private static final int PORT = 5432;

  /** Seconds until a server that accepted the connection has to complete the login. */
  private static final String LOGIN_TIMEOUT = "15";

  /** The driver's names of parameters to which libpq gives another name. */
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "connect_timeout", "connectTimeout",
          "application_name", "ApplicationName",
          "target_session_attrs", "targetServerType",
          "channel_binding", "channelBinding",
          "gssencmode", "gssEncMode",
          "krbsrvname", "kerberosServerName",
          "load_balance_hosts", "loadBalanceHosts",
          "sslnegotiation", "sslNegotiation");

  /** The driver's values of {@code targetServerType}, by libpq's values. */
  private static final Map<String, String> DRIVER_VALUES =
      Map.of(
          "read-write", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  /** Driver parameters that are ignored, because other parts of the address set them. */
  private static final Set<String> ELSEWHERE =
      Set.of("user", "service", "PGHOST", "PGPORT", "PGDBNAME");

  public PostgresAddress {
    parameters = Map.copyOf(parameters);
  }

  /** Whether a text has the scheme of a PostgreSQL address. */
  public static boolean isMeant(String text) {
    return text.startsWith("postgresql:") || text.startsWith("postgres:");
  }

  /** Removes all passwords from an address, for display and logs. */
  public static String withoutPassword(String text) {
    return text.replaceFirst("^([^/?]*://[^:@/?]*):[^/?]*@", "$1@")
        .replaceAll("(?<=[?&])(password|sslpassword)=[^&]*&?", "")
        .replaceFirst("[?&]$", "");
  }

  /**
   * Parses an address.
   *
   * @param environment the environment variables that supply missing parts
   * @return empty if the text is not a valid address
   */
  public static Optional<PostgresAddress> parse(String text, Map<String, String> environment) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    if (!isMeant(text) || !text.contains("://")) {
      return Optional.empty();
    }
    String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
    int at = authority.lastIndexOf('@');
    String login = at < 0 ? "" : authority.substring(0, at);
    String place = authority.substring(at + 1);
    int colon = login.indexOf(':');
    String user =
        or(
            decoded(colon < 0 ? login : login.substring(0, colon)),
            environment.get("PGUSER"),
            System.getProperty("user.name"));
    Map<String, String> parameters = parameters(uri.getRawQuery());
    String password =
        colon < 0
            ? parameters.getOrDefault("password", environment.get("PGPASSWORD"))
            : decoded(login.substring(colon + 1));
    int portAt = place.endsWith("]") ? -1 : place.lastIndexOf(':');
    String host =
        or(portAt < 0 ? place : place.substring(0, portAt), environment.get("PGHOST"), "localhost");
    String port =
        or(
            portAt < 0 ? "" : place.substring(portAt + 1),
            environment.get("PGPORT"),
            String.valueOf(PORT));
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String database =
        or(
            decoded(path.startsWith("/") ? path.substring(1) : path),
            environment.get("PGDATABASE"),
            user);
    try {
      int number = Integer.parseInt(port);
      return number < 1 || number > 65_535
          ? Optional.empty()
          : Optional.of(new PostgresAddress(user, password, host, number, database, parameters));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The display name, without the password: {@code postgresql://user@host:5432/name}. */
  public String name() {
    return String.format(Locale.ROOT, "postgresql://%s@%s:%d/%s", user, host, port, database);
  }

  public String jdbcUrl() {
    return String.format(
        Locale.ROOT,
        "jdbc:postgresql://%s:%d/%s",
        host,
        port,
        java.net.URLEncoder.encode(database, UTF_8).replace("+", "%20"));
  }

  public Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "muster");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("loginTimeout", LOGIN_TIMEOUT);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.putAll(parameters);
    properties.setProperty("user", user);
    if (password != null) {
      properties.setProperty("password", password);
    }
    return properties;
  }

  /**
   * The names of parameters that would have no effect, such as {@code sslmod} or {@code user},
   * sorted.
   */
  public List<String> unknownParameters() {
    return parameters.keySet().stream()
        .filter(name -> PGProperty.forName(name) == null || ELSEWHERE.contains(name))
        .sorted()
        .toList();
  }

  private static Map<String, String> parameters(@Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String name = decoded(pair.substring(0, equals));
        String value = decoded(pair.substring(equals + 1));
        parameters.put(
            DRIVER_NAMES.getOrDefault(name, name),
            name.equals("target_session_attrs") ? DRIVER_VALUES.getOrDefault(value, value) : value);
      } else if (!pair.isEmpty()) {
        parameters.put(pair + " (without a value)", "");
      }
    }
    return parameters;
  }

  private static String or(String first, @Nullable String second, String last) {
    if (!first.isEmpty()) {
      return first;
    }
    return second == null || second.isEmpty() ? last : second;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  @Override
  public String toString() {
    return name();
  }
}
