package dev.muster.app.conformance;

import dev.muster.app.console.Browser;
import dev.muster.app.console.Browser.Page;
import dev.muster.app.console.UploadWalk;
import dev.muster.app.console.page.Sessions;
import dev.muster.app.http.LiveServer;
import dev.muster.app.journal.Actor;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.AdministratorChanges;
import dev.muster.app.store.Session;
import dev.muster.password.EncodedHash;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Uploads the imports of one case through the console's form, and executes them; runs everything
 * else through the command line.
 */
final class OverForm implements CommandLine, AutoCloseable {

  private static final String COOKIE = "muster_session";

  /** The options of the command line that the form has, and the fields that say so. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "--format", "format",
          "--realm", "realm",
          "--encoding", "encoding",
          "--identifier", "identifier");

  private static final Pattern CODE =
      Pattern.compile("data-code=\"([^\"]+)\"[^>]*>(?:<b>[^<]*</b>)?\\s*(?:<span[^>]*>)?([^<]*)");

  private final CommandLine others = new InProcess();
  private @Nullable LiveServer server;
  private @Nullable Browser browser;

  /** Why the form can't say what a command asks; empty if it can. */
  static Optional<String> unsayable(List<String> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (FIELDS.containsKey(argument)) {
        i++;
      } else if (!argument.equals("--upsert") && !argument.equals("--no-upsert")) {
        return Optional.of("the form has no field for " + argument);
      }
    }
    return Optional.empty();
  }

  @Override
  public Ended run(
      List<String> arguments, byte[] input, Path folder, Map<String, String> environment) {
    if (!arguments.get(0).equals("import")) {
      return others.run(arguments, input, folder, environment);
    }
    try {
      Browser visitor = browser(folder, String.valueOf(environment.get("MUSTER_DB")));
      UploadWalk walk = new UploadWalk(visitor);
      Page answer =
          walk.upload("input", Files.readAllBytes(Path.of(arguments.get(1))), fields(arguments));
      if (answer.status() != 303) {
        return refused(answer.require(422));
      }
      String page = answer.location();
      String id = walk.reported(page, "execute");
      Ended shown =
          others.run(List.of("imports", "show", id, "--json"), new byte[0], folder, environment);
      return result(shown, visitor, page);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Ended result(Ended shown, Browser visitor, String page) throws Exception {
    Struct document = (Struct) PrintedJson.of(shown.stdout()).orElseThrow();
    if (document.get("status") instanceof Value.Text status && status.text().equals("failed")) {
      return refused(visitor.get(page).require(200));
    }
    boolean problems =
        ConformanceCase.items(document, "details").stream()
            .anyMatch(detail -> hasErrors((Struct) detail));
    return new Ended(problems ? 1 : 0, shown.stdout(), shown.stderr());
  }

  /** Whether a record or one of its cells has an error. */
  private static boolean hasErrors(Struct detail) {
    return !ConformanceCase.items(detail, "errors").isEmpty()
        || ConformanceCase.items(detail, "cells").stream()
            .anyMatch(cell -> !ConformanceCase.items((Struct) cell, "errors").isEmpty());
  }

  private static Map<String, String> fields(List<String> arguments) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("realm", "default");
    fields.put("encoding", "detected");
    for (int i = 2; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      String field = FIELDS.get(argument);
      if (field != null) {
        i++;
        String value = arguments.get(i);
        fields.put(field, value.equals("auto") ? "detected" : value);
      } else if (argument.endsWith("upsert")) {
        fields.put("upsert", argument.equals("--upsert") ? "yes" : "no");
      }
    }
    return fields;
  }

  /** What a page says about a file that can't be imported. */
  private static Ended refused(Page page) {
    List<Value> errors = new ArrayList<>();
    CODE.matcher(page.body())
        .results()
        .forEach((MatchResult match) -> errors.add(error(match.group(1), match.group(2))));
    Struct document =
        new Struct.Builder()
            .append("status", Value.of("failed"))
            .append("errors", new Value.Array(errors))
            .build();
    return new Ended(2, JsonText.of(document), "");
  }

  private static Struct error(String code, String message) {
    return new Struct.Builder()
        .append("code", Value.of(code))
        .append("message", Value.of(message.strip()))
        .build();
  }

  private Browser browser(Path folder, String database) throws Exception {
    if (browser == null) {
      server = LiveServer.start(folder, database).work();
      browser = new Browser("http://127.0.0.1:" + server.port());
      browser.cookies.put(COOKIE, token(server));
    }
    return browser;
  }

  /** The token of a session; that spares hashing a password for each case. */
  private static String token(LiveServer server) throws Exception {
    try (Session session = server.application().open();
        Sessions sessions = new Sessions(server.application().database(), Clock.systemUTC())) {
      new AdministratorChanges(session, Actor.SYSTEM, Clock.systemUTC())
          .create("ann", new EncodedHash("bcrypt", "unused"), Optional.empty());
      return sessions.begin(session.administrators().find("ann").orElseThrow()).orElseThrow();
    }
  }

  /** Stops the server. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
