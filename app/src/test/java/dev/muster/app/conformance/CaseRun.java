package dev.muster.app.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.conformance.CommandLine.Ended;
import dev.muster.app.json.JsonText;
import dev.muster.app.store.StoreKind;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs one case through a command line; run_cases.py does the same with the installed program, with
 * the same arguments, files and variables.
 */
final class CaseRun {

  /** A step is of the first of these kinds that it has a member of. */
  private static final List<String> KINDS =
      List.of(
          "import",
          "restauth",
          "show",
          "verify",
          "count",
          "group",
          "service",
          "verify_service",
          "roles",
          "groups",
          "realms");

  private final ConformanceCase conformanceCase;
  private final CommandLine commandLine;
  private final Path folder;
  private final Map<String, String> environment;

  /** With an empty folder for the case alone. */
  CaseRun(ConformanceCase conformanceCase, CommandLine commandLine, StoreKind store, Path folder) {
    this.conformanceCase = conformanceCase;
    this.commandLine = commandLine;
    this.folder = folder;
    this.environment =
        Map.of(
            "MUSTER_CONFIG", folder.resolve("muster.yml").toString(),
            "MUSTER_DB", store.emptyDirectory(folder, "muster"),
            "NO_COLOR", "1");
  }

  /** The directory that the case works on. */
  String address() {
    return String.valueOf(environment.get("MUSTER_DB"));
  }

  /** The first step that does not do what is expected; empty when all do. */
  Optional<String> firstProblem() throws IOException {
    Files.writeString(folder.resolve("muster.yml"), escaped(JsonText.of(conformanceCase.config())));
    int number = 0;
    for (Struct step : conformanceCase.steps()) {
      Optional<String> problem = problemOf(step);
      if (problem.isPresent()) {
        return Optional.of("step " + number + " " + kind(step) + ": " + problem.get());
      }
      number++;
    }
    return Optional.empty();
  }

  private Optional<String> problemOf(Struct step) throws IOException {
    return switch (kind(step)) {
      case "import" -> importing(step, (Struct) step.get("import"));
      case "restauth" -> restauth(step, (Struct) step.get("restauth"));
      case "show" -> shown(step, run(withRealm(step, "users", "show", subject(step), "--json")));
      case "verify" -> verified(step, "users");
      case "count" -> counted(step);
      case "group" -> group(step);
      case "service" -> shown(step, run("services", "show", subject(step), "--json"));
      case "verify_service" -> verified(step, "services");
      case "roles", "groups", "realms" -> created(step);
      default -> Optional.of("there is no step with " + step.names());
    };
  }

  private Optional<String> importing(Struct step, Struct spec) throws IOException {
    Value content = spec.get("content");
    String text = content instanceof Value.Text given ? given.text() : JsonText.of(content);
    String encoding = spec.has("encoding") ? String.valueOf(spec.text("encoding")) : "utf-8";
    Path file = folder.resolve("input");
    Files.write(file, new PythonCodec(encoding).encode(text));
    List<String> arguments =
        withRealm(
            step,
            "import",
            file.toString(),
            "--format",
            String.valueOf(spec.text("format")),
            "--json");
    arguments.addAll(ConformanceCase.texts(spec, "args"));
    Ended ended = run(arguments);
    Struct expect = (Struct) step.get("expect");
    Struct.Builder ofDocument = expect.edit();
    ofDocument.remove("exit");
    return wrongExit(expect, ended)
        .or(() -> ofDocument.size() == 0 ? Optional.empty() : unlike(ofDocument.build(), ended));
  }

  private Optional<String> restauth(Struct step, Struct spec) throws IOException {
    String raw = spec.text("raw");
    Path file = folder.resolve("restauth.json");
    Files.writeString(file, raw == null ? JsonText.of(spec.get("content")) : raw);
    List<String> arguments = new ArrayList<>(List.of("restauth-import"));
    arguments.addAll(ConformanceCase.texts(spec, "args"));
    arguments.add(file.toString());
    Ended ended = run(arguments);
    Struct expect = (Struct) step.get("expect");
    return wrongExit(expect, ended)
        .or(() -> wrongLines(expect, "stdout", ended.stdout()))
        .or(() -> wrongLines(expect, "stderr", ended.stderr()));
  }

  private static Optional<String> wrongExit(Struct expect, Ended ended) {
    Value wanted = expect.get("exit");
    return wanted == null || wanted.equals(new Value.Num(String.valueOf(ended.exitStatus())))
        ? Optional.empty()
        : Optional.of("expected exit " + JsonText.of(wanted) + ", got " + ended);
  }

  private static Optional<String> wrongLines(Struct expect, String stream, String text) {
    if (!expect.has(stream)) {
      return Optional.empty();
    }
    List<Value> lines = text.lines().<Value>map(Value::of).toList();
    return new Expectation(expect.get(stream))
        .problemWith(new Value.Array(lines))
        .map(problem -> stream + problem);
  }

  private Optional<String> shown(Struct step, Ended ended) {
    if (new Expectation(step.get("expect")).isAbsence()) {
      return ended.exitStatus() == 1
          ? Optional.empty()
          : Optional.of("expected exit 1 (absent), got " + ended);
    }
    return ended.exitStatus() == 0
        ? unlike(step.get("expect"), ended)
        : Optional.of("got " + ended);
  }

  private static Optional<String> unlike(Value expect, Ended ended) {
    return PrintedJson.of(ended.stdout())
        .map(document -> new Expectation(expect).problemWith(document))
        .orElseGet(() -> Optional.of("stdout is not JSON: " + ended));
  }

  private Optional<String> verified(Struct step, String kind) {
    List<String> nameAndPassword = ConformanceCase.texts(step, kind(step));
    String name = nameAndPassword.get(0);
    List<String> arguments =
        kind.equals("users")
            ? withRealm(step, kind, "verify", name, "--password-stdin")
            : List.of(kind, "verify", name, "--password-stdin");
    Ended ended =
        commandLine.run(arguments, nameAndPassword.get(1).getBytes(UTF_8), folder, environment);
    int wanted = step.get("expect").equals(Value.TRUE) ? 0 : 1;
    return ended.exitStatus() == wanted
        ? Optional.empty()
        : Optional.of("expected exit " + wanted + ", got " + ended);
  }

  private Optional<String> counted(Struct step) {
    Ended ended = run(withRealm(step, "users", "count"));
    String wanted = JsonText.of(step.get("count"));
    return ended.stdout().strip().equals(wanted)
        ? Optional.empty()
        : Optional.of("expected " + wanted + ", got " + ended);
  }

  private Optional<String> group(Struct step) {
    List<String> arguments = new ArrayList<>(List.of("groups", "show", subject(step)));
    if (step.text("service") != null) {
      arguments.addAll(List.of("--service", step.text("service")));
    }
    arguments.add("--json");
    return shown(step, run(arguments));
  }

  private Optional<String> created(Struct step) {
    String kind = kind(step);
    for (Value entry : ConformanceCase.items(step, kind)) {
      Struct named = entry instanceof Struct struct ? struct : Struct.of("key", entry);
      List<String> arguments =
          new ArrayList<>(List.of(kind, "create", String.valueOf(named.text("key"))));
      if (named.text("name") != null) {
        arguments.addAll(List.of("--name", named.text("name")));
      }
      arguments.addAll(realm(step));
      Ended ended = run(arguments);
      if (ended.exitStatus() != 0) {
        return Optional.of(String.join(" ", arguments) + ": got " + ended);
      }
    }
    return Optional.empty();
  }

  private Ended run(String... arguments) {
    return run(Arrays.asList(arguments));
  }

  private Ended run(List<String> arguments) {
    return commandLine.run(arguments, new byte[0], folder, environment);
  }

  private static String subject(Struct step) {
    return String.valueOf(step.text(kind(step)));
  }

  private static String kind(Struct step) {
    return KINDS.stream().filter(step::has).findFirst().orElse("unknown");
  }

  private static List<String> withRealm(Struct step, String... arguments) {
    return new ArrayList<>(Stream.concat(Arrays.stream(arguments), realm(step).stream()).toList());
  }

  private static List<String> realm(Struct step) {
    return step.text("realm") == null ? List.of() : List.of("--realm", step.text("realm"));
  }

  /** In ASCII, as Python writes JSON unless told otherwise. */
  private static String escaped(String json) {
    StringBuilder ascii = new StringBuilder();
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      ascii.append(c < 0x80 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return ascii.toString();
  }
}
