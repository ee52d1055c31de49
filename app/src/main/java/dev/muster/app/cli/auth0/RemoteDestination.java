package dev.muster.app.cli.auth0;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.cli.session.Interrupts;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.job.run.StopSignal;
import dev.muster.app.remote.auth0.AccessToken;
import dev.muster.app.remote.auth0.ManagementApi;
import dev.muster.app.remote.auth0.ManagementApi.Connection;
import dev.muster.app.remote.auth0.Patience;
import dev.muster.app.remote.auth0.Pauses;
import dev.muster.app.remote.auth0.PayloadReader;
import dev.muster.app.remote.auth0.RemoteFailure;
import dev.muster.app.remote.auth0.TenantAddress;
import dev.muster.app.remote.auth0.TrustedCertificates;
import dev.muster.app.remote.auth0.UsersImport;
import dev.muster.app.remote.auth0.UsersPart;
import dev.muster.app.remote.auth0.UsersParts;
import dev.muster.app.remote.auth0.UsersPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A server with Auth0's Management API. */
final class RemoteDestination implements Destination {

  private static final String TOKEN_VARIABLE = "MUSTER_TOKEN";
  private static final int USUAL_TURN_SECONDS = 600;
  private static final String FOREVER = "forever";
  private static final int SECONDS_MAX = 1_000_000;
  private static final int PART_BYTES_MIN = 10_000;

  private final CliSession session;
  private final ImportFlags flags;
  private final Auth0Text text;
  private final ManagementApi api;
  private final Pauses pauses = new StopSignal()::await;
  private @Nullable Connection connection;
  private @Nullable UsersPlan plan;

  private RemoteDestination(
      CliSession session,
      ImportFlags flags,
      Auth0Text text,
      TenantAddress tenant,
      AccessToken token)
      throws RemoteFailure, CommandFailure {
    this.session = session;
    this.flags = flags;
    this.text = text;
    text.name(tenant.domain());
    Patience patience = new Patience(Duration.ofSeconds(flags.timeout()), turn(flags));
    this.api =
        new ManagementApi(
            tenant,
            token,
            trusted(session, tenant),
            patience,
            Clock.systemUTC(),
            pauses,
            new WaitingLines(text, patience));
  }

  /**
   * A server, which is not asked anything yet.
   *
   * @throws RemoteFailure if its address or the token can't be used
   */
  static RemoteDestination of(CliSession session, ImportFlags flags, Auth0Text text)
      throws RemoteFailure, CommandFailure {
    if (flags.timeout() < 1
        || flags.timeout() > SECONDS_MAX
        || flags.activeJobs() < 1
        || flags.partBytes() < PART_BYTES_MIN) {
      throw new CommandFailure(
          "--timeout and --active-jobs are at least 1, --part-bytes at least " + PART_BYTES_MIN);
    }
    if (flags.mergesMetadata() || flags.keepsEmailVerified()) {
      throw new CommandFailure(
          "--merge-metadata and --keep-email-verified can't be used with --tenant: Auth0's API has"
              + " no such parameters");
    }
    TenantAddress tenant = TenantAddress.parse(flags.tenant());
    return new RemoteDestination(session, flags, text, tenant, token(session, flags));
  }

  /** The name of a server in headings; if it is no address, its host at most. */
  static String name(String tenant) {
    try {
      return TenantAddress.parse(tenant).domain();
    } catch (RemoteFailure e) {
      return TenantAddress.host(tenant).orElse("tenant");
    }
  }

  private static AccessToken token(CliSession session, ImportFlags flags)
      throws RemoteFailure, CommandFailure {
    if (!flags.tokenFile().isEmpty()) {
      Path file = session.path(Path.of(flags.tokenFile()));
      try {
        return AccessToken.of(Files.readString(file), file.toString(), Instant.now());
      } catch (IOException e) {
        throw new CommandFailure(
            "the file with the token can't be read: " + file + ": " + Failures.unreadable(file, e));
      }
    }
    String token = session.around().variable(TOKEN_VARIABLE);
    if (token.isEmpty()) {
      throw new CommandFailure(
          "not logged in. Put a token for "
              + name(flags.tenant())
              + " into the variable "
              + TOKEN_VARIABLE
              + ", or name a file with one by --token-file (Muster's tokens: muster token create)");
    }
    return AccessToken.of(token, TOKEN_VARIABLE, Instant.now());
  }

  /** Those in the file that the variable names, which is not read if there is no TLS. */
  private static TrustedCertificates trusted(CliSession session, TenantAddress tenant)
      throws CommandFailure {
    String given = session.around().variable(TrustedCertificates.VARIABLE);
    if (given.isEmpty() || !tenant.isSecure()) {
      return TrustedCertificates.NONE;
    }
    Path file = session.path(Path.of(given));
    try {
      return TrustedCertificates.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw unusable(file, Failures.unreadable(file, e));
    } catch (RemoteFailure e) {
      throw unusable(file, String.valueOf(e.getMessage()));
    }
  }

  private static CommandFailure unusable(Path certificates, String reason) {
    return new CommandFailure(
        "the file of certificates in "
            + TrustedCertificates.VARIABLE
            + " can't be used: "
            + certificates
            + ": "
            + reason);
  }

  private static Optional<Duration> turn(ImportFlags flags) throws CommandFailure {
    String given = flags.maxWait();
    if (given.isEmpty()) {
      return flags.compatible()
          ? Optional.empty()
          : Optional.of(Duration.ofSeconds(USUAL_TURN_SECONDS));
    }
    if (given.equals(FOREVER)) {
      return Optional.empty();
    }
    if (!given.matches("[0-9]{1,9}")) {
      throw new CommandFailure("--max-wait is a number of seconds or '" + FOREVER + "'");
    }
    return Optional.of(Duration.ofSeconds(Long.parseLong(given)));
  }

  @Override
  public List<String> connections() throws RemoteFailure {
    List<String> names = new ArrayList<>();
    for (Connection each : listed()) {
      if (isUsed(each)) {
        names.add(each.name());
      }
    }
    return names;
  }

  private List<Connection> listed() throws RemoteFailure {
    try {
      return api.connections();
    } catch (RemoteFailure e) {
      throw new RemoteFailure("failed to list connections: " + e.getMessage());
    }
  }

  /** Whether an application uses a connection; one that can't be looked up is left out. */
  private boolean isUsed(Connection each) {
    try {
      return api.hasClients(each);
    } catch (RemoteFailure e) {
      return false;
    }
  }

  @Override
  public void use(String name) throws RemoteFailure, CommandFailure {
    Connection chosen;
    try {
      chosen = api.connection(name);
    } catch (RemoteFailure e) {
      throw new RemoteFailure(
          "failed to read connection with name \"" + name + "\": " + e.getMessage());
    }
    boolean used;
    try {
      used = api.hasClients(chosen);
    } catch (RemoteFailure e) {
      throw new RemoteFailure(
          "failed to check enabled clients for connection \"" + name + "\": " + e.getMessage());
    }
    if (!used) {
      throw new CommandFailure(
          "failed to continue due to the connection with name \""
              + name
              + "\" being disabled, enable an application on this connection and try again");
    }
    connection = chosen;
  }

  @Override
  public void check(InputFile payload) throws Exception {
    if (plan == null) {
      plan = UsersPlan.of(payload, limits(), arrayBytesMax());
    }
  }

  private InputLimits limits() throws Exception {
    return session.application().settings().limits();
  }

  private long arrayBytesMax() {
    return flags.compatible() ? Long.MAX_VALUE : flags.partBytes() - UsersImport.OVERHEAD_BYTES;
  }

  @Override
  public int importUsers(InputFile payload, PayloadSource source) throws Exception {
    check(payload);
    UsersPlan known = java.util.Objects.requireNonNull(plan);
    Connection target = java.util.Objects.requireNonNull(connection);
    SentJobs jobs = new SentJobs(api, known, flags, text, pauses, progressLine());
    Interrupts.Listening listening =
        session
            .around()
            .interrupts()
            .listen(
                () -> {
                  session.around().interrupts().exitWith(jobs.interrupted());
                  source.discard();
                  return false;
                });
    try (PayloadReader reader = PayloadReader.open(payload, limits())) {
      if (known.isNull()) {
        jobs.send(users(target, Optional.empty(), true), new UsersPart(List.of(), true));
      } else {
        send(new UsersParts(reader, arrayBytesMax()), target, jobs);
      }
      jobs.end();
    } catch (RemoteFailure e) {
      jobs.tellUnsent();
      throw e;
    } finally {
      listening.close();
    }
    return jobs.haveFailed() ? ExitStatus.PROBLEMS : ExitStatus.OK;
  }

  private void send(UsersParts parts, Connection target, SentJobs jobs) throws Exception {
    UsersPart part;
    do {
      part = parts.next();
      jobs.send(users(target, Optional.of(part.array()), part.last()), part);
    } while (!part.last());
  }

  /** One mail is enough for an input of several jobs: that of the last one. */
  private UsersImport users(Connection target, Optional<byte[]> array, boolean last) {
    return new UsersImport(target.id(), flags.upsert(), flags.emailResults() && last, array);
  }

  private ProgressLine progressLine() {
    return new ProgressLine(session.err(), session.around().errTerminal());
  }
}
