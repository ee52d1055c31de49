package dev.muster.app.console.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.hash.PasswordTooLong;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.api.AttemptLimits;
import dev.muster.app.http.api.ClientAddress;
import dev.muster.app.store.LinkToken;
import dev.muster.app.store.PasswordByLink;
import dev.muster.app.store.Session;
import dev.muster.password.EncodedHash;
import dev.muster.problem.ShownText;
import dev.muster.user.LoginId;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * The page on which users of the directory set a password, by a link from a mail. It needs no
 * session. Opening the page changes nothing, because mail programs open links too.
 */
public final class SetPasswordRoutes {

  private static final String PATH = PageHeaders.SECRET_PATHS;
  private static final String DONE = PATH + "done";

  /** How many passwords are tried with a link in a minute. */
  private static final int TRIES_PER_LINK = 20;

  /** No longer password is hashed. */
  private static final int LENGTH_MAX = 1000;

  private final DirectoryAccess directory;
  private final PageServices services;
  private final PasswordEncoder encoder;
  private final boolean behindProxy;
  private final AttemptLimits clients;
  private final AttemptLimits links = AttemptLimits.perMinute(TRIES_PER_LINK);

  /**
   * The routes.
   *
   * @param encoder hashes the passwords
   * @param behindProxy whether a proxy in front of the server tells the addresses of clients
   */
  public SetPasswordRoutes(
      DirectoryAccess directory,
      PageServices services,
      PasswordEncoder encoder,
      boolean behindProxy) {
    this.directory = directory;
    this.services = services;
    this.encoder = encoder;
    this.behindProxy = behindProxy;
    this.clients =
        AttemptLimits.perMinute(directory.settings().server().limits().wrongPasswordsPerClient());
  }

  /** Adds the routes. */
  public void addTo(RoutesConfig routes) {
    PageRoutes pages = new PageRoutes(routes, services);
    pages.openGet(DONE, visit -> tell(visit, HttpStatus.OK, "setpassword.done"));
    pages.openGet(PATH + "{token}", this::open);
    pages.openPost(PATH + "{token}", this::set);
  }

  private void open(Visit visit) {
    Optional<PasswordByLink.Found.Usable> link = usable(visit);
    link.ifPresent(found -> show(visit, HttpStatus.OK, found, Optional.empty()));
  }

  private void set(Visit visit) {
    Optional<PasswordByLink.Found.Usable> link = usable(visit);
    if (link.isEmpty()) {
      return;
    }
    Optional<Duration> wait = links.begin(tokenHash(visit));
    if (wait.isPresent()) {
      tooMany(visit, wait.get());
      return;
    }
    String password = visit.field("password");
    Optional<String> refusal = refusal(visit, password);
    if (refusal.isEmpty()) {
      refusal = store(visit, password);
    }
    refusal.ifPresent(
        why -> show(visit, HttpStatus.UNPROCESSABLE_CONTENT, link.get(), Optional.of(why)));
  }

  /** The link of a request, if it can be used; otherwise the request is answered. */
  private Optional<PasswordByLink.Found.Usable> usable(Visit visit) {
    String client = ClientAddress.network(ClientAddress.of(visit.context(), behindProxy));
    Optional<Duration> wait = clients.begin(client);
    if (wait.isPresent()) {
      tooMany(visit, wait.get());
      return Optional.empty();
    }
    PasswordByLink.Found found;
    try (Session session = directory.database().openReading()) {
      found = new PasswordByLink(session).find(tokenHash(visit), now());
    }
    if (found instanceof PasswordByLink.Found.Usable usable) {
      clients.giveBack(client);
      return Optional.of(usable);
    }
    PasswordByLink.Refusal why = ((PasswordByLink.Found.Refused) found).why();
    if (why != PasswordByLink.Refusal.UNKNOWN) {
      clients.giveBack(client); // it is no guess
    }
    refuse(visit, why);
    return Optional.empty();
  }

  private static String tokenHash(Visit visit) {
    return LinkToken.hash(visit.context().pathParam("token"));
  }

  /** Why a password can't be taken. */
  private Optional<String> refusal(Visit visit, String password) {
    int characters = password.codePointCount(0, password.length());
    int least = directory.settings().passwords().minLength();
    if (characters < least) {
      return Optional.of(visit.texts().text("setpassword.short", "count", least));
    }
    if (characters > LENGTH_MAX) {
      return Optional.of(visit.texts().text("setpassword.long"));
    }
    return password.equals(visit.field("repeated"))
        ? Optional.empty()
        : Optional.of(visit.texts().text("setpassword.differ"));
  }

  /** Sets the password and answers; returns why the password can't be taken, if it can't. */
  private Optional<String> store(Visit visit, String password) {
    EncodedHash hash;
    try {
      hash = encoder.encode(password.getBytes(UTF_8));
    } catch (PasswordTooLong e) {
      return Optional.of(visit.texts().text("setpassword.long"));
    }
    Optional<PasswordByLink.Refusal> refusal;
    try (Session session = directory.database().open()) {
      refusal = new PasswordByLink(session).set(tokenHash(visit), hash, now());
    }
    if (refusal.isPresent()) {
      refuse(visit, refusal.get());
    } else {
      visit.redirect(DONE);
    }
    return Optional.empty();
  }

  private static void refuse(Visit visit, PasswordByLink.Refusal why) {
    String key = "setpassword." + why.name().toLowerCase(Locale.ROOT);
    HttpStatus status =
        why == PasswordByLink.Refusal.UNKNOWN ? HttpStatus.NOT_FOUND : HttpStatus.GONE;
    tell(visit, status, key);
  }

  private static void tooMany(Visit visit, Duration wait) {
    long seconds = wait.plusMillis(999).toSeconds();
    visit.context().header("Retry-After", Long.toString(seconds));
    tell(visit, HttpStatus.TOO_MANY_REQUESTS, "setpassword.wait");
  }

  private static void tell(Visit visit, HttpStatus status, String key) {
    visit.show(
        status,
        Optional.empty(),
        "setpassword",
        visit.texts().text("setpassword.title"),
        SetPasswordView.of(visit.texts().text(key), status == HttpStatus.OK));
  }

  private void show(
      Visit visit, HttpStatus status, PasswordByLink.Found.Usable link, Optional<String> refusal) {
    String login =
        link.user().account().shownLogin().map(LoginId::value).map(ShownText::cut).orElse("");
    visit.show(
        status,
        Optional.empty(),
        "setpassword",
        visit.texts().text("setpassword.title"),
        SetPasswordView.of(
            new SetPasswordView.Form(
                PATH + visit.context().pathParam("token"),
                login,
                directory.settings().passwords().minLength(),
                refusal)));
  }

  private Instant now() {
    return directory.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
