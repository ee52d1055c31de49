package dev.muster.app.console.page;

import dev.muster.app.console.oidc.Attempt;
import dev.muster.app.console.oidc.OpenIdClient;
import dev.muster.app.console.oidc.SignInFailed;
import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.store.Administrator;
import dev.muster.app.store.Session;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs administrators in with accounts of an OpenID provider. Who has no administrator of the
 * claimed name in the directory is refused, so the provider alone lets nobody in.
 */
public final class OpenIdRoutes {

  static final String START = "/sign-in/oidc";

  private static final String CALLBACK = "/sign-in/oidc/callback";
  private static final String REFUSED = "refused";
  private static final List<String> REFUSALS = List.of("provider", "unknown", "expired");
  private static final System.Logger LOG = System.getLogger(OpenIdRoutes.class.getName());

  private final DirectoryAccess directory;
  private final PageServices services;
  private final OpenIdClient client;

  public OpenIdRoutes(DirectoryAccess directory, PageServices services, OpenIdClient client) {
    this.directory = directory;
    this.services = services;
    this.client = client;
  }

  /** Adds the routes. */
  public void addTo(RoutesConfig routes) {
    PageRoutes pages = new PageRoutes(routes, services);
    pages.openGet(START, this::start);
    pages.openGet(CALLBACK, this::comeBack);
  }

  /** Why the last attempt was refused, for the sign-in page. */
  static Optional<String> refusal(Visit visit) {
    String code = visit.query(REFUSED);
    return REFUSALS.contains(code)
        ? Optional.of(visit.texts().text("signin.refused." + code))
        : Optional.empty();
  }

  private void start(Visit visit) {
    Attempt attempt = Attempt.begin();
    try {
      String place = client.authorization(attempt, redirect(visit)).toString();
      services.cookies().keepAttempt(visit.context(), attempt.cookie());
      visit.redirect(place);
    } catch (SignInFailed e) {
      refuse(visit, "provider", e.getMessage());
    }
  }

  private void comeBack(Visit visit) {
    Optional<Attempt> attempt = services.cookies().attempt(visit.context()).flatMap(Attempt::of);
    services.cookies().forgetAttempt(visit.context());
    if (attempt.isEmpty()) {
      refuse(visit, "expired", "the browser has no attempt");
      return;
    }
    try {
      String name =
          client.signedIn(
              attempt.get(), visit.query("state"), visit.query("code"), redirect(visit));
      Optional<Administrator> administrator = administrator(name);
      if (administrator.isEmpty()
          || !new SessionStart(services).begin(visit, administrator.get(), "")) {
        refuse(visit, "unknown", "there is no administrator " + name);
      }
    } catch (SignInFailed e) {
      refuse(visit, "provider", e.getMessage());
    }
  }

  private void refuse(Visit visit, String code, @Nullable String why) {
    LOG.log(System.Logger.Level.WARNING, "sign-in by OpenID was refused: {0}", why);
    visit.redirect(Link.to("/sign-in").with(REFUSED, code).href());
  }

  private Optional<Administrator> administrator(String name) {
    try (Session session = directory.database().openReading()) {
      return session.administrators().find(name);
    }
  }

  /** Where the provider sends the browser back to; it must know this address. */
  private String redirect(Visit visit) {
    String base =
        directory
            .settings()
            .server()
            .publicUrl()
            .orElseGet(() -> visit.context().scheme() + "://" + visit.context().host());
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + CALLBACK;
  }
}
