package dev.muster.app.http.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.Service;
import dev.muster.app.store.Session;
import dev.muster.password.EncodedHash;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates services by HTTP Basic, with the name and the password of a service of the
 * directory. A service may verify passwords of users of all realms, from its hosts only; a service
 * without hosts may do so from nowhere. Thread-safe.
 */
final class ServiceLogins {

  /** The challenge of RFC 7617 for clients without valid credentials. */
  static final String CHALLENGE = "Basic realm=\"muster\", charset=\"UTF-8\"";

  private static final int PER_SERVICE = 10;
  private static final Duration PER_SERVICE_REGAIN = Duration.ofSeconds(6);

  private final DirectoryAccess directory;
  private final PasswordCheck passwords;
  private final AttemptLimits clients;
  private final boolean behindProxy;
  private final RightPasswords right = new RightPasswords();

  /** By service and client, so that one client's guesses don't lock the service out. */
  private final AttemptLimits services =
      new AttemptLimits(PER_SERVICE, PER_SERVICE_REGAIN, System::nanoTime);

  /**
   * Logins of services.
   *
   * @param clients limits wrong passwords by the client's address
   */
  ServiceLogins(
      DirectoryAccess directory,
      PasswordCheck passwords,
      AttemptLimits clients,
      boolean behindProxy) {
    this.directory = directory;
    this.passwords = passwords;
    this.clients = clients;
    this.behindProxy = behindProxy;
  }

  /** The service that sends a request with a header {@code Authorization} of HTTP Basic. */
  Caller caller(Context context, String authorization) throws ApiProblem {
    BasicCredentials given =
        BasicCredentials.parse(authorization).orElseThrow(ServiceLogins::invalid);
    String client = ClientAddress.of(context, behindProxy);
    String network = ClientAddress.network(client);
    String attempt = given.name() + "\n" + network;
    clients.require(network, "from this client");
    services.require(attempt, "for this service from this client");
    Service service = authenticated(given).orElseThrow(ServiceLogins::invalid);
    clients.giveBack(network);
    services.giveBack(attempt);
    if (!AllowedHosts.include(service.hosts(), client)) {
      throw ApiProblem.of(
          ApiErrorCode.FOREIGN_HOST, "The service may not send requests from " + client + ".");
    }
    return new Caller(
        new Actor(Actor.Kind.SERVICE, service.name()),
        Optional.of(Set.of(Scope.USERS_VERIFY)),
        Optional.empty());
  }

  private Optional<Service> authenticated(BasicCredentials given) {
    Optional<Service> service;
    try (Session session = directory.database().openReading()) {
      service = session.services().find(given.name());
    }
    // without a session, because hashing takes long and sessions are few
    boolean verified = isRight(given, service.map(Service::password).orElse(null));
    return verified ? service : Optional.empty();
  }

  private boolean isRight(BasicCredentials given, @Nullable EncodedHash stored) {
    byte[] password = given.password().getBytes(UTF_8);
    if (stored != null && right.has(given.name(), stored, password)) {
      return true;
    }
    boolean verified = passwords.isRight(stored, password);
    if (verified && stored != null) {
      right.add(given.name(), stored, password);
    }
    return verified;
  }

  private static ApiProblem invalid() {
    return ApiProblem.challenge(
        ApiErrorCode.INVALID_CREDENTIALS,
        "The name or the password of the service is wrong.",
        ApiEndpoints.BEARER + ", " + CHALLENGE);
  }
}
