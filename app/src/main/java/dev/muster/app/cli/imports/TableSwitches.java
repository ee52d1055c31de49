package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.settings.MappingFile;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.app.store.Schema;
import dev.muster.app.upload.SavedMapping;
import dev.muster.problem.Nearest;
import dev.muster.profile.csv.mapping.BadMapping;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of {@code muster import} for the columns and cells of tables. */
final class TableSwitches {

  @Option(
      names = "--map",
      paramLabel = "MAPPING",
      description = {
        "csv: what a column of the file is: 'E-mail address=email key', or 'Remarks=-' to leave it",
        "out. Also a YAML file with a mapping, or the name of one: in muster.yml, or saved in the",
        "console for the realm. May be repeated. Default: none."
      })
  private List<String> maps = new ArrayList<>();

  @Option(
      names = "--suggest-map",
      description = {
        "csv: print the mapping that fits the file's columns best, to be saved and corrected.",
        "Nothing is imported."
      })
  boolean suggestMap;

  @Option(
      names = "--lenient",
      description = {
        "csv: import a record without cells of optional columns that are wrong, with a warning for",
        "each."
      })
  private boolean lenient;

  /** Adds these options to those of a job, only if they are given. */
  Struct addedTo(Struct formatOptions, CliSession session, String realm)
      throws SettingsProblem, UsageProblem {
    Mapping mapping = mapping(session, realm);
    Struct.Builder all = formatOptions.edit();
    if (!mapping.isEmpty()) {
      all.put(Mapping.OPTION, mapping.toStruct());
    }
    if (lenient) {
      all.put("lenient", Value.TRUE);
    }
    return all.build();
  }

  /** All mappings together; of two entries for one column, the last one counts. */
  private Mapping mapping(CliSession session, String realm) throws SettingsProblem, UsageProblem {
    Mapping mapping = Mapping.NONE;
    for (String each : maps) {
      mapping = mapping.and(mapping(each, session, realm));
    }
    return mapping;
  }

  private static Mapping mapping(String text, CliSession session, String realm)
      throws SettingsProblem, UsageProblem {
    Map<String, Mapping> named = session.application().settings().mappings();
    Mapping known = named.get(text);
    if (known != null) {
      return known;
    }
    Path file = session.path(Path.of(text));
    if (Files.isRegularFile(file)) {
      return MappingFile.read(file);
    }
    Optional<Mapping> saved = saved(text, session, realm);
    if (saved.isPresent()) {
      return saved.get();
    }
    if (text.indexOf('=') < 0) {
      throw new UsageProblem(
          "--map: there is no file, no mapping in muster.yml and no saved mapping called "
              + text
              + Nearest.to(text, named.keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; to map one column: --map 'COLUMN OF THE FILE=name flags'"));
    }
    try {
      return Mapping.ofText(text);
    } catch (BadMapping e) {
      throw new UsageProblem("--map: " + e.reason());
    }
  }

  /** A mapping that somebody saved for the realm, if the directory exists. */
  private static Optional<Mapping> saved(String name, CliSession session, String realm)
      throws SettingsProblem, UsageProblem {
    if (name.indexOf('=') >= 0 || session.database().schema().state() == Schema.State.ABSENT) {
      return Optional.empty();
    }
    Optional<SavedMapping> saved = session.store().savedMappings().find(realm, name);
    try {
      return saved.isEmpty() ? Optional.empty() : Optional.of(Mapping.of(saved.get().mapping()));
    } catch (BadMapping e) {
      throw new UsageProblem("--map: the saved mapping " + name + ": " + e.reason());
    }
  }
}
