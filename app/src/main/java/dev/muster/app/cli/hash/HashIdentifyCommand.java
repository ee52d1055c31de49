package dev.muster.app.cli.hash;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.hash.ImportForm;
import dev.muster.app.hash.SchemeMatch;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
      "Exit status 0: some format takes it. 1: none does."
    })
public final class HashIdentifyCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

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
    if (hash != null && !hash.equals(STANDARD_INPUT)) {
      return identify(hash, "") ? ExitStatus.OK : ExitStatus.PROBLEMS;
    }
    if (file == null) {
      return identifyLines(session.around().in());
    }
    try (InputStream in = Files.newInputStream(session.path(file))) {
      return identifyLines(in);
    } catch (NoSuchFileException e) {
      throw new UsageProblem("there is no file " + file);
    }
  }

  private int identifyLines(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    boolean all = true;
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) {
        all &= identify(line.strip(), "line " + number + ": ");
      }
    }
    return all ? ExitStatus.OK : ExitStatus.PROBLEMS;
  }

  /** Prints the schemes that a hash matches; returns whether an import accepts it. */
  private boolean identify(String text, String place) {
    List<SchemeMatch> sightings = SchemeMatch.of(text);
    if (json) {
      session.out().println(JsonText.of(document(sightings)));
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
    }
    return sightings.stream().anyMatch(SchemeMatch::isTaken);
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

  private static Struct document(List<SchemeMatch> sightings) {
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
    return Struct.of("schemes", new Value.Array(schemes));
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
