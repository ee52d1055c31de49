package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.api.AttemptLimits;
import dev.muster.app.http.api.ClientAddress;
import dev.muster.app.http.api.PasswordCheck;
import dev.muster.app.settings.ServerLimits;
import dev.muster.app.store.Administrator;
import dev.muster.app.store.Session;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Signs administrators in and out. */
public final class SignInRoutes {

  private static final String TO = "to";

  /** How many times as many wrong passwords all clients together may send for a name. */
  private static final int CLIENTS = 10;

  private final DirectoryAccess directory;
  private final PageServices services;
  private final PasswordCheck passwords;
  private final Optional<String> provider;
  private final boolean behindProxy;
  private final AttemptLimits clients;

  /** By name and client, so that one client's guesses don't lock an administrator out. */
  private final AttemptLimits names;

  /** By name alone, against guesses from many clients. */
  private final AttemptLimits allClients;

  /**
   * The routes.
   *
   * @param provider what the OpenID provider is called; empty if there is none
   * @param behindProxy whether a proxy in front of the server tells the addresses of clients
   */
  public SignInRoutes(
      DirectoryAccess directory,
      PageServices services,
      PasswordCheck passwords,
      Optional<String> provider,
      boolean behindProxy) {
    this.provider = provider;
    this.directory = directory;
    this.services = services;
    this.passwords = passwords;
    this.behindProxy = behindProxy;
    ServerLimits limits = directory.settings().server().limits();
    this.names = AttemptLimits.perMinute(limits.wrongPasswordsPerLogin());
    this.allClients = AttemptLimits.perMinute(limits.wrongPasswordsPerLogin() * CLIENTS);
    this.clients = AttemptLimits.perMinute(limits.wrongPasswordsPerClient());
  }

  /**
   * What the sign-in page shows.
   *
   * @param name the name that was typed, or an empty text
   * @param to where to go afterwards; an empty text for the start page
   * @param refusal why the last attempt was refused; empty if there was none
   * @param lacksAdministrator whether nobody can sign in yet
   * @param provider what the OpenID provider is called; empty if there is none
   */
  public record SignInView(
      String name,
      String to,
      Optional<String> refusal,
      boolean lacksAdministrator,
      Optional<String> provider) {}

  /** Adds the routes. */
  public void addTo(RoutesConfig routes) {
    PageRoutes pages = new PageRoutes(routes, services);
    pages.openGet("/sign-in", this::form);
    pages.openPost("/sign-in", this::signIn);
    pages.openPost("/sign-out", this::signOut);
  }

  private void form(Visit visit) {
    if (visit.signedIn().isPresent()) {
      visit.redirect(Section.IMPORTS.path());
      return;
    }
    String to = services.cookies().wantedPath(visit.context()).flatMap(LocalPath::of).orElse("");
    show(visit, HttpStatus.OK, "", to, OpenIdRoutes.refusal(visit).or(() -> ended(visit)));
  }

  /** What became of a form whose session had ended; told once. */
  private Optional<String> ended(Visit visit) {
    if (!services.cookies().sessionEnded(visit.context())) {
      return Optional.empty();
    }
    services.cookies().forgetEndedSession(visit.context());
    return Optional.of(visit.texts().text("signin.ended"));
  }

  private void show(
      Visit visit, HttpStatus status, String name, String to, Optional<String> refusal) {
    boolean lacking;
    try (Session session = directory.database().openReading()) {
      lacking = !session.administrators().exist();
    }
    visit.show(
        status,
        Optional.empty(),
        "signin",
        visit.texts().text("signin.title"),
        new SignInView(name, to, refusal, lacking, provider));
  }

  private void signIn(Visit visit) {
    String name = visit.field("name").strip();
    String to = visit.field(TO);
    String client = ClientAddress.network(ClientAddress.of(visit.context(), behindProxy));
    String folded = name.toLowerCase(Locale.ROOT);
    String login = folded + "\n" + client;
    Optional<Duration> wait =
        Stream.of(clients.begin(client), names.begin(login), allClients.begin(folded))
            .flatMap(Optional::stream)
            .max(Duration::compareTo);
    if (wait.isPresent()) {
      long seconds = wait.get().plusMillis(999).toSeconds();
      visit.context().header("Retry-After", Long.toString(seconds));
      String text = visit.texts().text("signin.wait", "seconds", seconds);
      show(visit, HttpStatus.TOO_MANY_REQUESTS, name, to, Optional.of(text));
      return;
    }
    Optional<Administrator> verified = verified(name, visit.field("password"));
    if (verified.isEmpty() || !new SessionStart(services).begin(visit, verified.get(), to)) {
      String text = visit.texts().text("signin.wrong");
      show(visit, HttpStatus.UNPROCESSABLE_CONTENT, name, to, Optional.of(text));
      return;
    }
    clients.giveBack(client);
    names.giveBack(login);
    allClients.giveBack(folded);
  }

  /** The administrator, if the password is right. An unknown name takes as long as a known one. */
  private Optional<Administrator> verified(String name, String password) {
    Optional<Administrator> found;
    try (Session session = directory.database().openReading()) {
      found = session.administrators().find(name);
    }
    // without a session, because hashing takes long and sessions are few
    boolean right =
        passwords.isRight(
            found.isPresent() ? found.get().password() : null, password.getBytes(UTF_8));
    return right ? found : Optional.empty();
  }

  private void signOut(Visit visit) {
    services.cookies().session(visit.context()).ifPresent(services.sessions()::end);
    services.cookies().endSession(visit.context());
    visit.redirect("/sign-in");
  }
}
