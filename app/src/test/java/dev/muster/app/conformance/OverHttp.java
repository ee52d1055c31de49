package dev.muster.app.conformance;

import dev.muster.app.http.LiveServer;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the imports of one case through Authgear's API of a server in this process, and shows their
 * tasks as the command line shows imports; runs everything else through the command line.
 * run_cases_http.py does the same with the installed program.
 */
final class OverHttp implements CommandLine, AutoCloseable {

  private final CommandLine others = new InProcess();
  private @Nullable LiveServer server;

  @Override
  public Ended run(
      List<String> arguments, byte[] input, Path folder, Map<String, String> environment) {
    if (!arguments.get(0).equals("import")) {
      return others.run(arguments, input, folder, environment);
    }
    List<String> rest = arguments.subList(2, arguments.size());
    if (!rest.equals(List.of("--format", "authgear", "--json"))) {
      throw new IllegalArgumentException("the API has no options: " + rest);
    }
    try {
      if (server == null) {
        server = LiveServer.start(folder, String.valueOf(environment.get("MUSTER_DB"))).work();
      }
      return imported(server, Files.readAllBytes(Path.of(arguments.get(1))));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Stops the server. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }

  private static Ended imported(LiveServer server, byte[] body) throws Exception {
    HttpResponse<String> started = server.post(body, "application/json; charset=utf-8");
    if (started.statusCode() == 400) {
      return new Ended(2, started.body(), "");
    }
    if (started.statusCode() != 200) {
      throw new AssertionError(started.statusCode() + " " + started.body());
    }
    String done = server.completedTask(LiveServer.idIn(started.body()));
    Struct task = (Struct) PrintedJson.of(done).orElseThrow();
    Struct.Builder report = task.edit();
    List<Value> details = new ArrayList<>();
    for (Value detail : ConformanceCase.items(task, "details")) {
      details.add(flattened((Struct) detail));
    }
    report.put("details", new Value.Array(details));
    boolean failed = !((Struct) task.get("summary")).get("failed").equals(Value.of(0));
    return new Ended(failed ? 1 : 0, JsonText.of(report.build()), "");
  }

  /** A detail with one error for each cause. */
  private static Struct flattened(Struct detail) {
    List<Value> errors = new ArrayList<>();
    for (Value error : ConformanceCase.items(detail, "errors")) {
      errors.addAll(flattenedError((Struct) error));
    }
    Struct.Builder flat = detail.edit();
    if (!errors.isEmpty()) {
      flat.put("errors", new Value.Array(errors));
    }
    return flat.build();
  }

  private static List<Struct> flattenedError(Struct error) {
    Struct info = error.get("info") instanceof Struct present ? present : Struct.EMPTY;
    List<Struct> flat = new ArrayList<>();
    for (Value cause : ConformanceCase.items(info, "causes")) {
      flat.add(problem(error, String.valueOf(((Struct) cause).text("location"))));
    }
    return flat.isEmpty() ? List.of(problem(error, path(error, info))) : flat;
  }

  private static Struct problem(Struct error, String path) {
    return new Struct.Builder()
        .append("code", error.get("reason"))
        .append("message", error.get("message"))
        .append("path", Value.of(path))
        .build();
  }

  /** The member of the record that an error without causes is about. */
  private static String path(Struct error, Struct info) {
    String loginId = info.text("LoginIDTypeIncoming");
    return switch (String.valueOf(error.text("reason"))) {
      case "InvariantViolated" ->
          Map.of("email", "/email", "phone", "/phone_number", "username", "/preferred_username")
              .get(String.valueOf(loginId));
      case "RoleUnknownKeys" -> "/roles";
      case "GroupUnknownKeys" -> "/groups";
      default -> "";
    };
  }
}
