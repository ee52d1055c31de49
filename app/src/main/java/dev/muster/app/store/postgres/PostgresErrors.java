package dev.muster.app.store.postgres;

import dev.muster.app.store.sql.SqlErrors;
import dev.muster.apply.DataViolation;
import dev.muster.apply.StoreUnavailable;
import dev.muster.apply.StoreUnavailable.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Explains PostgreSQL's error codes (PostgreSQL documentation, appendix A). A server message is
 * shown without its details, which may contain personal data.
 */
final class PostgresErrors implements SqlErrors {

  private static final Pattern LOST_NODE =
      Pattern.compile(
          "connection to the remote node"
              + "|failure on connection marked as essential"
              + "|could not (connect|establish any connections) to"
              + "|server closed the connection unexpectedly"
              + "|connection not open"
              + "|failed to COPY to shard",
          Pattern.CASE_INSENSITIVE);

  private final PostgresAddress address;

  PostgresErrors(PostgresAddress address) {
    this.address = address;
  }

  @Override
  public StoreUnavailable explain(SQLException e) {
    String state = state(e);
    return switch (state) {
      case "23505", "40001", "40P01", "55P03" ->
          of(
              Kind.OVERTAKEN,
              e,
              "another import wrote the same users at the same moment, again and again",
              "Let the others finish, then go on.");
      case "28P01", "28000" -> refused(e);
      case "08004" -> server(e) == null ? connection(e) : refused(e);
      case "22023" ->
          server(e) == null
              ? of(e, address.name() + " can't be used: " + message(e), "Mend it in --db.")
              : byClass(e, state);
      case "3D000" ->
          of(
              e,
              "there is no database " + address.database() + " on " + address.host(),
              "Make it (createdb " + address.database() + "), or name another with --db.");
      case "42501" ->
          of(
              e,
              address.name() + " does not let this user do that: " + message(e),
              "Grant it the rights that docs/operations.md names, or name another user in --db.");
      case "53100" ->
          of(
              e,
              "the disk of " + address.name() + " is full: " + message(e),
              "Make room on it, then go on; what was committed is safe.");
      case "53300" ->
          of(
              Kind.AWAY,
              e,
              address.name() + " has no free connection",
              "Wait, or raise max_connections.");
      case "25006" ->
          of(
              e,
              address.name() + " takes no writes: it is a standby, or set to read only",
              "Name the primary with --db.");
      default -> byClass(e, state);
    };
  }

  /**
   * Class 23 is constraints, class 22 is impossible values, 54000 is a row that is too large. The
   * server's messages are not shown, because they may contain personal data.
   */
  @Override
  public @Nullable DataViolation violation(SQLException e) {
    String state = state(e);
    ServerErrorMessage server = server(e);
    if (server == null) {
      return null; // the error isn't the server's
    }
    String what = null;
    if (state.startsWith("23")) {
      what = "a constraint that no user's data explains (" + server.getConstraint() + ")";
    } else if (state.equals("22021") || state.equals("22P05")) {
      what = "a character that it can't store";
    } else if (state.startsWith("22")) {
      what = "a value that it can't store (SQLSTATE " + state + ")";
    } else if (state.equals("54000")) {
      what = "it is too large";
    }
    int place = Objects.hash(state, server.getConstraint(), server.getDetail());
    return what == null ? null : new DataViolation(what, state.equals("23505"), place, e);
  }

  private StoreUnavailable refused(SQLException e) {
    return of(
        e,
        address.name() + " refuses this user: " + message(e),
        "Check user and password; the server's pg_hba.conf says who may come from where.");
  }

  private StoreUnavailable byClass(SQLException e, String state) {
    if (state.matches("08.*|57P.*|25P03|25P04") || isConnection(e) || isLostNode(e, state)) {
      return connection(e);
    }
    return of(
        e,
        address.name() + " reports: " + message(e),
        "Run the command again with --debug for the details.");
  }

  private StoreUnavailable connection(SQLException e) {
    if (cause(e, UnknownHostException.class) != null) {
      return of(
          Kind.AWAY, e, "there is no host called " + address.host(), "Check the name in --db.");
    }
    if (cause(e, ConnectException.class) != null) {
      return of(
          Kind.AWAY,
          e,
          "nothing answers at " + address.host() + ", port " + address.port(),
          "Check that PostgreSQL runs there and listens (pg_isready), and the address in --db.");
    }
    String state = state(e);
    String message = message(e);
    if (state.equals("08P01") && server(e) == null) {
      return of(
          e,
          "what answers at "
              + address.host()
              + ", port "
              + address.port()
              + " is not PostgreSQL: "
              + message,
          "Check the address in --db.");
    }
    if (message.matches(".*(SSL|sslmode|hostname).*")
        || cause(e, javax.net.ssl.SSLException.class) != null) {
      return of(
          e,
          "no encrypted connection to " + address.name() + ": " + message,
          "Check sslmode and sslrootcert in --db, and ssl in the server's settings.");
    }
    if (state.equals("08004") && server(e) == null) {
      return of(
          e,
          address.name() + " refuses this user: " + message,
          "Give a password in --db, in PGPASSWORD or in ~/.pgpass.");
    }
    if (state.equals("08001") && cause(e, IOException.class) == null) {
      return of(
          Kind.AWAY,
          e,
          "no connection to " + address.name() + ": " + message,
          "Check that PostgreSQL and nothing else listens there, and the rest of --db.");
    }
    return of(
        Kind.AWAY,
        e,
        "the connection to " + address.name() + " is gone: " + message,
        "Check that the server runs (pg_isready), then go on; what was committed is safe.");
  }

  /**
   * Whether a coordinator has lost one of its data nodes. Citus reports that as 08006 where it
   * can't connect (not here), and without a state of its own where the connection breaks later.
   */
  private static boolean isLostNode(SQLException e, String state) {
    return state.matches("XX000|58030") && LOST_NODE.matcher(message(e)).find();
  }

  private static boolean isConnection(SQLException e) {
    return e instanceof java.sql.SQLTransientConnectionException
        || cause(e, IOException.class) != null;
  }

  /** The SQL state of the first cause that has one. */
  private static String state(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  private static String message(SQLException e) {
    ServerErrorMessage server = server(e);
    String message = server == null ? null : server.getMessage();
    return message == null ? String.valueOf(e.getMessage()).strip() : message;
  }

  /** The server's error message; null if the driver raised the error. */
  private static @Nullable ServerErrorMessage server(SQLException e) {
    PSQLException told = cause(e, PSQLException.class);
    return told == null ? null : told.getServerErrorMessage();
  }

  private static StoreUnavailable of(SQLException e, String message, String remedy) {
    return of(Kind.PERMANENT, e, message, remedy);
  }

  private static StoreUnavailable of(Kind kind, SQLException e, String message, String remedy) {
    return new StoreUnavailable(kind, message, remedy, e);
  }
}
