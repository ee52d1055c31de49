package dev.muster.app.cli.server;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Times;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.http.auth.TokenIssuer.IssuedToken;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.Session;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muster token create}. */
@Command(
    name = "create",
    sortOptions = false,
    description = {
      "Print a bearer token for the server's APIs.",
      "It is signed with the directory's own key, which is made on first use."
    },
    footer = {
      "",
      "The token is a secret: whoever has it can do what its scopes permit until it expires or is",
      "revoked. Its id, for muster token revoke, is in the journal and in the output of --json.",
      "",
      "Examples:",
      "  muster token create",
      "  muster token create --scope \"imports:write imports:read\" --ttl 30d --name hr-sync"
    })
public final class TokenCreateCommand implements Callable<Integer> {

  private static final Duration TTL_MAX = Duration.ofDays(3650);

  private final CliSession session;

  @Option(
      names = "--scope",
      paramLabel = "SCOPES",
      description = {
        "What the token permits, separated by spaces: imports:read, imports:write, users:read,",
        "users:write, users:verify, journal:read. Auth0's create:users is imports:write, its",
        "read:users is imports:read. Default: all."
      })
  private List<String> scopes = new ArrayList<>();

  @Option(
      names = "--ttl",
      paramLabel = "TIME",
      converter = Times.Span.class,
      description = "How long it is valid, such as 1h, 30d or 52w. Default: 1h.")
  private Duration ttl = Duration.ofHours(1);

  @Option(
      names = "--audience",
      paramLabel = "AUD",
      description = "The token's audience. Default: auth.audience, or else muster.")
  private @Nullable String audience;

  @Option(
      names = "--realm",
      paramLabel = "NAME",
      description = "Limit the token to a realm; may be repeated. Default: all realms.")
  private List<String> realms = new ArrayList<>();

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = {
        "Who uses the token: shown as the author of changes. Default: the account that makes it."
      })
  private @Nullable String name;

  @Option(names = "--json", description = "Print the token with its id as one JSON document.")
  private boolean json;

  public TokenCreateCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (ttl.isZero() || ttl.compareTo(TTL_MAX) > 0) {
      throw new UsageProblem("--ttl is a time from 1s to 3650d");
    }
    Set<Scope> wanted = scopes();
    Session store = session.store();
    requireRealms(store);
    String subject = name == null ? session.actor().name() : name;
    IssuedToken token =
        session
            .application()
            .serverAssembly()
            .tokenIssuer()
            .issue(
                subject,
                audience == null
                    ? session.application().settings().auth().requiredAudience()
                    : audience,
                wanted,
                realms,
                ttl);
    session.changes().tokenCreated(token.id(), subject, Scope.text(wanted), token.expiresAt());
    print(token);
    return ExitStatus.OK;
  }

  private Set<Scope> scopes() throws UsageProblem {
    if (scopes.isEmpty()) {
      return Scope.all();
    }
    Set<Scope> wanted = EnumSet.noneOf(Scope.class);
    for (String word : List.of(String.join(" ", scopes).trim().split(" +", -1))) {
      wanted.add(
          Scope.named(word)
              .orElseThrow(
                  () ->
                      new UsageProblem(
                          "there is no scope '"
                              + word
                              + "'; there are "
                              + Scope.text(Scope.all()).replace(" ", ", "))));
    }
    return wanted;
  }

  private void requireRealms(Session store) throws UsageProblem {
    List<String> known = store.catalogs().realmNames();
    for (String realm : realms) {
      if (!known.contains(realm)) {
        throw new UsageProblem(
            "there is no realm " + realm + "; there are " + String.join(", ", known));
      }
    }
  }

  private void print(IssuedToken token) {
    if (!json) {
      session.out().println(token.text());
      return;
    }
    session
        .out()
        .println(
            JsonText.of(
                new Struct.Builder()
                    .append("id", Value.of(token.id()))
                    .append("expires_at", Value.of(token.expiresAt().toString()))
                    .append("token", Value.of(token.text()))
                    .build()));
  }
}
