package dev.muster.app.console.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.Run;
import dev.muster.app.hash.PasswordEncoder;
import dev.muster.app.http.LiveServer;
import dev.muster.app.journal.Actor;
import dev.muster.app.store.AdministratorChanges;
import dev.muster.app.store.GroupCycle;
import dev.muster.app.store.LinkToken;
import dev.muster.app.store.PasswordLink;
import dev.muster.app.store.Session;
import dev.muster.app.store.UserCursor;
import dev.muster.app.store.UserFilter;
import dev.muster.user.Account;
import dev.muster.user.AccountEditor;
import dev.muster.user.GroupId;
import dev.muster.user.LoginId;
import dev.muster.user.Realm;
import dev.muster.user.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A server whose directory has a bit of everything that pages show. */
final class ShownDirectory implements AutoCloseable {

  static final String PASSWORD = "correct horse";

  private static final String LONG = "the-department-of-very-long-names".repeat(5);
  private static final List<String> FIRST =
      List.of("Ada", "Zoë", "Nguyễn", "Łucja", "José", "Иван", "مريم", "Fatou", "Wei", "Maud");
  private static final List<String> LAST =
      List.of("Martin", "Nowak", "Okafor", "García-Lorca", "Dubois", "Smith", "Kowalska");

  private final LiveServer server;
  private final Path folder;
  private final String database;

  private ShownDirectory(LiveServer server, Path folder, String database) {
    this.server = server;
    this.folder = folder;
    this.database = database;
  }

  /** Starts a server with an empty directory, in which nobody can sign in. */
  static ShownDirectory startEmpty(Path folder, String settings) throws Exception {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("muster.yml"),
        "passwords: {argon2: {memory_kib: 128, passes: 1}}\n" + settings);
    String database = "sqlite:" + folder.resolve("muster.db");
    return new ShownDirectory(LiveServer.start(folder, database).work(), folder, database);
  }

  /** Starts a server with a filled directory and the administrators ann and gus. */
  static ShownDirectory start(Path folder) throws Exception {
    ShownDirectory shown = startEmpty(folder, "");
    try (Session session = shown.server.application().open()) {
      session.catalogs().createRealm("guests");
      session.services().create("wiki");
      session.inTransaction(
          () -> {
            shown.fillCatalogs(session);
            return true;
          });
      shown.createAdmin(session, "ann", Optional.empty());
      shown.createAdmin(session, "gus", Optional.of(Set.of("guests")));
    }
    shown.importPeople();
    return shown;
  }

  /** The path of a new link with which a user can set a password. */
  String passwordLink(String login) throws Exception {
    LinkToken token = LinkToken.make();
    Instant now = Instant.now();
    try (Session session = server.application().open()) {
      long user = session.users().find(1, login).get(0).id();
      session.userWrites().change(user, now, ShownDirectory::invited);
      LoginId email = session.users().withNumber(user).orElseThrow().account().email();
      String address = PasswordLink.addressHash(email);
      session
          .passwordLinks()
          .add(new PasswordLink(token.hash(), user, address, now, now.plusSeconds(3600)));
    }
    return "/set-password/" + token.secret();
  }

  private static Account invited(Account account) {
    AccountEditor edit = new AccountEditor(account);
    edit.registrationDue(true);
    return edit.account();
  }

  private void fillCatalogs(Session session) {
    for (String role : List.of("editor", "reader", LONG)) {
      session.catalogs().createRole(1, new Role(role, "Role " + role));
    }
    Realm realm = session.catalogs().realm("default").orElseThrow();
    GroupId staff = new GroupId(null, "staff");
    GroupId science = new GroupId(null, "science");
    GroupId longest = new GroupId(null, LONG);
    for (GroupId each : List.of(staff, science, longest)) {
      session.groups().create(realm, each);
    }
    try {
      session.groups().link(realm, staff, science);
      session.groups().link(realm, science, longest);
    } catch (GroupCycle e) {
      throw new AssertionError(e);
    }
  }

  private void createAdmin(Session session, String name, Optional<Set<String>> realms)
      throws Exception {
    PasswordEncoder encoder = server.application().passwordEncoder();
    assertThat(
            new AdministratorChanges(session, Actor.SYSTEM, Clock.systemUTC())
                .create(name, encoder.encode(PASSWORD.getBytes(UTF_8)), realms))
        .isTrue();
  }

  private void importPeople() throws Exception {
    List<String> lines = new ArrayList<>();
    lines.add(
        "{\"preferred_username\":\"ada\",\"email\":\"ada@example.com\",\"email_verified\":true,"
            + "\"phone_number\":\"+33612345678\",\"name\":\"Ada Müller\",\"roles\":[\"editor\",\""
            + LONG
            + "\"],\"groups\":[\"science\",\"staff\"],\"custom_attributes\":{\"badge\":\"B-7\","
            + "\"note\":\""
            + LONG
            + "\"},\"password\":{\"type\":\"bcrypt\",\"password_hash\":"
            + "\"$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy\"},"
            + "\"mfa\":{\"totp\":{\"secret\":\"JBSWY3DPEHPK3PXP\"}}}");
    lines.add(
        "{\"preferred_username\":\"a-name-of-forty-characters-and-no-spaces\",\"name\":\""
            + LONG
            + "\",\"email\":\"a@"
            + "department.".repeat(12)
            + "example.com\",\"disabled\":true}");
    for (int i = 0; i < 60; i++) {
      lines.add(person(i));
    }
    Path file = folder.resolve("people.ndjson");
    Files.write(file, lines, UTF_8);
    Run run =
        Run.of(
            folder,
            "--db",
            database,
            "import",
            file.getFileName().toString(),
            "--format",
            "authgear",
            "--identifier",
            "preferred_username");
    assertThat(run.status()).as(run.err() + run.out()).isZero();
  }

  private static String person(int number) {
    return "{\"preferred_username\":\"user"
        + (100 + number)
        + "\",\"email\":\"user"
        + (100 + number)
        + "@example.com\",\"name\":\""
        + FIRST.get(number % FIRST.size())
        + " "
        + LAST.get(number % LAST.size())
        + "\",\"groups\":[\"staff\"]"
        + (number % 9 == 4 ? ",\"disabled\":true}" : "}");
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The path of a user's page. */
  String pathOf(String login) throws Exception {
    try (Session session = server.application().open()) {
      return "/users/"
          + session
              .users()
              .ids()
              .show(
                  session
                      .users()
                      .page(UserFilter.ALL.withLogin(login), UserCursor.START, 1)
                      .users()
                      .get(0)
                      .id())
          + "/";
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
