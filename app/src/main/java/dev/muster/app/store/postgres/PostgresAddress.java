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
 * Where a PostgreSQL database is, as its own tools write it (libpq, "Connection URIs"): {@code
 * postgresql://user:password@host:5432/name?sslmode=require}. What is left out comes from {@code
 * PGUSER}, {@code PGPASSWORD}, {@code PGHOST}, {@code PGPORT} and {@code PGDATABASE}, or is as
 * libpq has it. The driver, not this class, knows the parameters after the question mark.
 *
 * @param user who logs in
 * @param password null where none was given: the driver looks into {@code ~/.pgpass} then
 * @param parameters by the driver's names
 */
public record PostgresAddress(
    String user,
    @Nullable String password,
    String host,
    int port,
    String database,
    Map<String, String> parameters) {

  private static final int PORT = 5432;

  /** Seconds until a port that listens has to have answered like PostgreSQL. */
  private static final String LOGIN_TIMEOUT = "15";

  /** What libpq calls otherwise than the driver. */
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

  /** The same of values that only one parameter has. */
  private static final Map<String, String> DRIVER_VALUES =
      Map.of(
          "read-write", "primary",
          "read-only", "secondary",
          "standby", "secondary",
          "prefer-standby", "preferSecondary");

  /** What other parts of the address say, so that nobody would heed it here. */
  private static final Set<String> ELSEWHERE =
      Set.of("user", "service", "PGHOST", "PGPORT", "PGDBNAME");

  public PostgresAddress {
    parameters = Map.copyOf(parameters);
  }

  /** True for texts that are meant to be addresses of this kind. */
  public static boolean isMeant(String text) {
    return text.startsWith("postgresql:") || text.startsWith("postgres:");
  }

  /** An address as it was given, without its passwords, which are for no screen and no log. */
  public static String withoutPassword(String text) {
    return text.replaceFirst("^([^/?]*://[^:@/?]*):[^/?]*@", "$1@")
        .replaceAll("(?<=[?&])(password|sslpassword)=[^&]*&?", "")
        .replaceFirst("[?&]$", "");
  }

  /**
   * Takes an address apart.
   *
   * @param environment the variables that fill gaps
   * @return empty if the text is no such address
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

  /** How people call it, without the password: {@code postgresql://user@host:5432/name}. */
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

  /** Those that would have no effect here, such as {@code sslmod} or {@code user}, sorted. */
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
