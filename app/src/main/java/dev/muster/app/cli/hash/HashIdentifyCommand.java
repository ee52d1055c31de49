package dev.muster.app.cli.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.cli.session.Failures;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.ImportForm;
import dev.muster.app.hash.SchemeMatch;
import dev.muster.app.hash.recipe.Peppers;
import dev.muster.app.hash.recipe.RecipeScheme;
import dev.muster.app.json.JsonText;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muster hash identify}. */
@Command(
    name = "identify",
    sortOptions = false,
    description = {
      "Tell which schemes a password hash may be of, and what to write in each import format.",
      "HASH stands for the hash, which is never shown; SALT and KEY stand for its parts.",
      "Of a recipe it tells whether the settings have its peppers.",
      "Exit status 0: some format takes it. 1: none does. 2: no hash is given."
    })
public final class HashIdentifyCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";
  private static final String NO_HASH =
      "there is no hash: give one in single quotes, a file of them with --file FILE, or hashes on"
          + " standard input, one a line";

  private final CliSession session;

  @Parameters(
      arity = "0..1",
      paramLabel = "HASH",
      description = {
        "The hash, in single quotes for the shell; - reads hashes from standard input,",
        "one a line."
      })
  private @Nullable String hash;

  @Option(names = "--file", paramLabel = "FILE", description = "Read hashes, one a line.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print JSON documents, one a line and a hash.")
  private boolean json;

  public HashIdentifyCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (hash != null && file != null) {
      throw new UsageProblem("give either a hash or --file, not both");
    }
    if (hash == null && file == null && session.around().inTerminal()) {
      throw new UsageProblem(NO_HASH);
    }
    if (hash != null && hash.isBlank()) {
      throw new UsageProblem(NO_HASH);
    }
    if (hash != null && !hash.equals(STANDARD_INPUT)) {
      return identify(hash, "") ? ExitStatus.OK : ExitStatus.PROBLEMS;
    }
    if (file == null) {
      return identifyLines(session.around().in(), NO_HASH);
    }
    try (InputStream in = opened(file)) {
      return identifyLines(in, "--file " + file + ": there is no hash in it: write one a line");
    }
  }

  private InputStream opened(Path named) throws UsageProblem {
    Path path = session.path(named);
    try {
      if (Files.isDirectory(path)) {
        throw new FileSystemException(path.toString());
      }
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new UsageProblem("--file " + named + ": " + Failures.unreadable(path, e));
    }
  }

  /**
   * Identifies the hash of each line.
   *
   * @param nothing the message if there is none
   */
  private int identifyLines(InputStream in, String nothing)
      throws IOException, UsageProblem, SettingsProblem {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    boolean all = true;
    boolean any = false;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        any = true;
        all &= identify(line.strip(), "line " + number + ": ");
      }
    }
    if (!any) {
      throw new UsageProblem(nothing);
    }
    return all ? ExitStatus.OK : ExitStatus.PROBLEMS;
  }

  /** Prints the schemes that a hash matches; returns whether an import accepts it. */
  private boolean identify(String text, String place) throws SettingsProblem {
    List<SchemeMatch> sightings = SchemeMatch.of(text);
    Map<String, Boolean> peppers = peppers(text);
    if (json) {
      session.out().println(JsonText.of(document(sightings, peppers)));
    } else if (sightings.isEmpty()) {
      session
          .out()
          .println(
              place
                  + SchemeMatch.hint(text)
                      .orElseGet(
                          () ->
                              "no scheme knows it; to find its recipe: "
                                  + session.command("hash solve --help")));
    } else {
      sightings.forEach(sighting -> print(place, sighting));
      peppers.forEach((name, known) -> session.out().println("  pepper    " + told(name, known)));
    }
    return sightings.stream().anyMatch(SchemeMatch::isTaken);
  }

  /** Whether the settings have the peppers that a recipe needs, by name. */
  private Map<String, Boolean> peppers(String text) throws SettingsProblem {
    Set<String> needed = RecipeScheme.peppers(text);
    if (needed.isEmpty()) {
      return Map.of();
    }
    Peppers configured = session.application().peppers();
    Map<String, Boolean> known = new TreeMap<>();
    needed.forEach(name -> known.put(name, configured.has(name)));
    return known;
  }

  private static String told(String name, boolean configured) {
    return configured
        ? name + ": in passwords.peppers of muster.yml"
        : name + ": missing in passwords.peppers of muster.yml; without it imports refuse the hash";
  }

  private void print(String place, SchemeMatch sighting) {
    session
        .out()
        .println(
            place
                + sighting.scheme()
                + "  "
                + sighting.title()
                + sighting.refusal().map(reason -> "; refused: " + reason).orElse(""));
    session.out().println("  advice    " + sighting.advice());
    session.out().println("  from      " + sighting.origin());
    sighting.forms().forEach(form -> session.out().println(form.line()));
  }

  private static Struct document(List<SchemeMatch> sightings, Map<String, Boolean> peppers) {
    List<Value> schemes =
        sightings.stream()
            .map(
                sighting -> {
                  Struct.Builder one = new Struct.Builder();
                  one.put("scheme", Value.of(sighting.scheme()));
                  one.put("title", Value.of(sighting.title()));
                  one.put("advice", Value.of(sighting.advice()));
                  one.put("origin", Value.of(sighting.origin()));
                  sighting.refusal().ifPresent(reason -> one.put("refusal", Value.of(reason)));
                  if (!sighting.forms().isEmpty()) {
                    one.put("formats", formats(sighting));
                  }
                  return (Value) one.build();
                })
            .toList();
    Struct.Builder document = new Struct.Builder().put("schemes", new Value.Array(schemes));
    if (!peppers.isEmpty()) {
      document.put("peppers", array(peppers));
    }
    return document.build();
  }

  private static Value array(Map<String, Boolean> peppers) {
    return new Value.Array(
        peppers.entrySet().stream()
            .<Value>map(
                pepper ->
                    new Struct.Builder()
                        .put("name", Value.of(pepper.getKey()))
                        .put("configured", Value.of(pepper.getValue()))
                        .build())
            .toList());
  }

  /** How each format takes the hash; null for those that do not. */
  private static Struct formats(SchemeMatch sighting) {
    Struct.Builder formats = new Struct.Builder();
    for (ImportForm form : sighting.forms()) {
      formats.put(form.format(), form.member().isPresent() ? Value.of(form.words()) : Value.NULL);
    }
    return formats.build();
  }
}
