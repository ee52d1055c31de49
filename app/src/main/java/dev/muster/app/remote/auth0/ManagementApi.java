package dev.muster.app.remote.auth0;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests of Auth0's command {@code users import}, in Auth0's own form, and those that follow
 * a job. Messages of failures have the form {@code 404 Not Found: Connection not found}.
 *
 * <p>Source: auth0-cli and go-auth0.
 */
public final class ManagementApi {

  private static final String NOT_FOUND = "404 Not Found: Connection not found";
  private static final String EMPTY_NAME = "400 Bad Request: Name cannot be empty";
  private static final String ALL_CONNECTIONS =
      "connections?include_totals=true&per_page=100"
          + "&strategy%5B0%5D=auth0&strategy%5B1%5D=email&strategy%5B2%5D=sms";

  private final Transport transport;
  private final Requests requests;

  /**
   * Connects to nothing yet.
   *
   * @throws RemoteFailure if Java can't use the trusted certificates
   */
  public ManagementApi(
      TenantAddress tenant,
      AccessToken token,
      TrustedCertificates trusted,
      Patience patience,
      Clock clock,
      Pauses pauses,
      WaitingNotice notice)
      throws RemoteFailure {
    this.transport = new Transport(tenant, token, trusted, patience.answer());
    this.requests = new Requests(transport, patience.turn(), clock, pauses, notice);
  }

  /** A connection: a database of users. */
  public record Connection(String id, String name) {}

  /** The connections that users can be imported into, and passwordless ones. */
  public List<Connection> connections() throws RemoteFailure {
    return connections(answer(ALL_CONNECTIONS));
  }

  /** The connection of a name; its kind is not checked. */
  public Connection connection(String name) throws RemoteFailure {
    if (name.isEmpty()) {
      throw new RemoteFailure(EMPTY_NAME);
    }
    String query = "connections?include_totals=true&name=" + encoded(name) + "&per_page=50";
    List<Connection> found = connections(answer(query));
    if (found.isEmpty()) {
      throw new RemoteFailure(NOT_FOUND);
    }
    return found.get(0);
  }

  /** Whether an application uses the connection. */
  public boolean hasClients(Connection connection) throws RemoteFailure {
    Answer answer = answer("connections/" + encoded(connection.id()) + "/clients");
    Struct members = answer.object().orElseThrow(() -> nonsense(answer, "is no JSON object"));
    return members.get("clients") instanceof Value.Array clients && !clients.items().isEmpty();
  }

  /** Starts a job. */
  public RemoteJob importUsers(UsersImport users) throws RemoteFailure {
    Multipart body = users.body();
    Answer answer =
        requests.send(
            transport.post(
                "jobs/users-imports", body.contentType(), BodyPublishers.ofByteArray(body.end())));
    return job(checked(answer));
  }

  /** The state of a job. */
  public RemoteJob job(String id) throws RemoteFailure {
    return job(answer("jobs/" + encoded(id)));
  }

  /** The failures of a job that has ended. */
  public JobErrors errors(String id) throws RemoteFailure {
    Answer answer = answer("jobs/" + encoded(id) + "/errors");
    if (answer.status() == Answer.NO_CONTENT) {
      return new JobErrors(List.of(), "");
    }
    Value body = answer.json().orElseThrow(() -> nonsense(answer, "is not JSON"));
    if (body instanceof Value.Array rows) {
      return new JobErrors(RowErrors.of(rows), "");
    }
    String details = body instanceof Struct members ? members.text("status_details") : null;
    return new JobErrors(List.of(), details == null ? "" : details);
  }

  private static RemoteJob job(Answer answer) throws RemoteFailure {
    return answer
        .object()
        .flatMap(RemoteJob::of)
        .orElseThrow(() -> nonsense(answer, "has no id and status of a job"));
  }

  private static List<Connection> connections(Answer answer) throws RemoteFailure {
    Value body = answer.json().orElseThrow(() -> nonsense(answer, "is not JSON"));
    Value list = body instanceof Struct envelope ? envelope.get("connections") : body;
    if (!(list instanceof Value.Array items)) {
      throw nonsense(answer, "has no connections");
    }
    List<Connection> connections = new ArrayList<>();
    for (Value item : items.items()) {
      connection(item).ifPresent(connections::add);
    }
    return connections;
  }

  private static Optional<Connection> connection(Value item) {
    if (item instanceof Struct members) {
      String id = members.text("id");
      String name = members.text("name");
      return id == null || name == null ? Optional.empty() : Optional.of(new Connection(id, name));
    }
    return Optional.empty();
  }

  private Answer answer(String path) throws RemoteFailure {
    return checked(requests.send(transport.get(path)));
  }

  private static Answer checked(Answer answer) throws RemoteFailure {
    if (!answer.isSuccess()) {
      throw new RemoteFailure(answer.error());
    }
    return answer;
  }

  private static RemoteFailure nonsense(Answer answer, String what) {
    return new RemoteFailure(
        "the answer (status "
            + answer.status()
            + ") "
            + what
            + "; is this the address of an Auth0 tenant or of Muster's server?");
  }

  /** Encodes a text as Go's url.QueryEscape does. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("*", "%2A").replace("%7E", "~");
  }
}
