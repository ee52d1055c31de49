package dev.muster.app.http.api;

import dev.muster.app.http.DirectoryAccess;
import dev.muster.app.http.Routes;
import dev.muster.app.http.auth.Caller;
import dev.muster.app.http.auth.Scope;
import dev.muster.app.settings.ServerLimits;
import dev.muster.app.store.Session;
import dev.muster.password.EncodedHash;
import dev.muster.user.Account;
import dev.muster.user.Realm;
import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Verifies logins with passwords, for bearers of tokens and for services. */
final class VerificationRoutes implements Routes {

  private final DirectoryAccess directory;
  private final PasswordCheck passwords;
  private final boolean behindProxy;
  private final AttemptLimits logins;
  private final AttemptLimits clients;
  private final HashReplacements replacements;

  VerificationRoutes(DirectoryAccess directory, PasswordCheck passwords, boolean behindProxy) {
    this.directory = directory;
    this.passwords = passwords;
    this.behindProxy = behindProxy;
    ServerLimits limits = directory.settings().server().limits();
    this.logins = AttemptLimits.perMinute(limits.wrongPasswordsPerLogin());
    this.clients = AttemptLimits.perMinute(limits.wrongPasswordsPerClient());
    this.replacements = new HashReplacements(directory);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    ServiceLogins services = new ServiceLogins(directory, passwords, clients, behindProxy);
    new ApiEndpoints(routes, directory.tokens(), services)
        .post("/users:verify", Scope.USERS_VERIFY, this::verify);
  }

  @Override
  public void stop() {
    replacements.close();
  }

  private void verify(Context context, Caller caller) throws ApiProblem, IOException {
    QueryParameters.refuseAll(context);
    LoginRequest request = LoginRequest.of(context);
    VisibleRealms.requireUse(caller, request.realm());
    String login = request.realm() + "\n" + request.login().toLowerCase(Locale.ROOT);
    String client = client(context, caller, request);
    clients.require(client, "from this client");
    logins.require(login, "for this login");
    Optional<User> user = verified(request, caller);
    if (user.isPresent()) {
      clients.giveBack(client);
      logins.giveBack(login);
    }
    context.header("Cache-Control", "no-store");
    answer(context, user);
  }

  /**
   * Where an attempt comes from. An application that tells its clients' addresses is not shut out
   * by the wrong passwords of one of them.
   */
  private String client(Context context, Caller caller, LoginRequest request) {
    return request
        .client()
        .map(address -> caller.actor().wireName() + "\n" + ClientAddress.network(address))
        .orElseGet(() -> ClientAddress.network(ClientAddress.of(context, behindProxy)));
  }

  /** The user whom the login identifies, if the password is right and the account is usable. */
  private Optional<User> verified(LoginRequest request, Caller caller) throws ApiProblem {
    Optional<User> user;
    try (Session session = directory.database().openReading()) {
      Realm realm = VisibleRealms.realm(session, caller, request.realm());
      List<User> found = session.users().find(realm.number(), request.login());
      user = found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
    // without a session, because hashing takes long and sessions are few
    byte[] password = request.password().getBytes(StandardCharsets.UTF_8);
    if (!passwords.isRight(hash(user), password)) {
      return Optional.empty();
    }
    Optional<User> usable = user.filter(known -> isUsable(known.account()));
    usable.ifPresent(known -> replaceWeakHash(known, request.password()));
    return usable;
  }

  private void replaceWeakHash(User user, String password) {
    EncodedHash stored = user.account().password();
    if (stored != null && replacements.hasRoom()) {
      passwords.replacement(stored, password).ifPresent(better -> replacements.add(user, better));
    }
  }

  private static @Nullable EncodedHash hash(Optional<User> user) {
    return user.isPresent() ? user.get().account().password() : null;
  }

  private boolean isUsable(Account account) {
    return !account.disabled() && !account.outsideValidPeriod(directory.clock().instant());
  }

  private void answer(Context context, Optional<User> user) {
    Struct.Builder members = new Struct.Builder().append("verified", Value.of(user.isPresent()));
    if (user.isPresent()) {
      try (Session session = directory.database().openReading()) {
        String id = session.users().ids().show(user.get().id());
        members.append("user_id", Value.of(id));
      }
    }
    members.append(
        "password_reset_required",
        Value.of(user.map(known -> known.account().passwordResetRequired()).orElse(false)));
    JsonAnswer.ok(context, members.build());
  }
}
