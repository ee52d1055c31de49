package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.document.Printable;
import dev.muster.app.format.Auth0Rules;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.TableSample;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.format.input.InputFile;
import dev.muster.app.job.JobOptions;
import dev.muster.app.json.JsonText;
import dev.muster.app.settings.Settings;
import dev.muster.app.settings.SettingsProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ShellText;
import dev.muster.profile.csv.suggest.MappingSuggestion;
import dev.muster.profile.csv.suggest.Suggestion;
import dev.muster.user.Realm;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A guessed mapping, as YAML to be saved or as a JSON document. */
final class SuggestedMapping {

  private static final int SAMPLE_ROWS = 1000;
  private static final int COMMENT_COLUMN = 48;

  private final List<Suggestion> suggestions;

  private final CliSession session;
  private final InputFile input;
  private final boolean headless;
  private final List<String> notes;

  /**
   * Reads the beginning of a table.
   *
   * @param format a format's name, or {@code auto}
   * @throws UsageProblem if the input is no table
   */
  SuggestedMapping(CliSession session, InputFile input, String format, JobOptions job)
      throws InputRefused, SettingsProblem, UsageProblem, IOException {
    Settings settings = session.application().settings();
    ImportOptions options =
        new ImportOptions(
            Optional.empty(),
            Optional.empty(),
            job.encoding(),
            settings.realm(Realm.DEFAULT, 0),
            settings.attributes(),
            settings.defaultCountry(),
            settings.limits(),
            Auth0Rules.DEFAULTS,
            job.formatOptions());
    TableSample table =
        session
            .application()
            .formats()
            .of(format, input, Optional.empty())
            .format()
            .sample(input, options, SAMPLE_ROWS);
    this.session = session;
    this.input = input;
    this.headless = table.headless();
    this.notes = table.notes();
    this.suggestions = MappingSuggestion.of(table.header(), table.rows(), settings.attributes());
  }

  /**
   * Prints it.
   *
   * @param source the argument that named the input
   * @param options the options of the command that are needed to import it, as they were typed
   */
  void print(String source, String options, boolean json) {
    if (json) {
      session.out().println(JsonText.of(document()));
      return;
    }
    String file = source.startsWith("-") && source.length() > 1 ? "./" + source : source;
    String command =
        "import "
            + ShellText.quoted(file)
            + (headless ? " --header-row 0" : "")
            + " --map mapping.yml"
            + options
            + " --dry-run";
    session.out().print(yaml(input.name(), session.command(command)));
  }

  /**
   * The mapping with a comment behind each line.
   *
   * @param command the command that imports with it
   */
  private String yaml(String source, String command) {
    StringBuilder out = new StringBuilder();
    out.append("# What the columns of ").append(Printable.of(source)).append(" seem to be.\n");
    notes.forEach(note -> out.append("# Warning: ").append(Printable.of(note)).append('\n'));
    if (headless) {
      out.append("# The first row looks like data, so the columns are named by their numbers.\n");
    }
    out.append("# Correct it, save it as mapping.yml, and try it:\n#   ");
    out.append(Printable.of(command)).append("\ncolumns:\n");
    for (Suggestion each : suggestions) {
      if (each.isOpen()) {
        out.append("  # ").append(each.certainty().wireName()).append(": ");
        out.append(Printable.of(each.reason())).append('\n');
        each.choices().forEach(choice -> out.append(line("  #", each, choice)).append('\n'));
        continue;
      }
      String line = line("  ", each, each.target());
      out.append(line).append(" ".repeat(Math.max(1, COMMENT_COLUMN - line.length())));
      out.append("# ").append(each.certainty().wireName()).append(": ");
      out.append(Printable.of(each.reason())).append('\n');
    }
    return out.toString();
  }

  private static String line(String start, Suggestion suggestion, Value target) {
    return start + JsonText.of(Value.of(suggestion.column())) + ": " + flow(target);
  }

  private Struct document() {
    return new Struct.Builder()
        .put("mapping", MappingSuggestion.mapping(suggestions))
        .put(
            "columns",
            new Value.Array(suggestions.stream().<Value>map(SuggestedMapping::members).toList()))
        .build();
  }

  private static Struct members(Suggestion each) {
    return new Struct.Builder()
        .put("column", Value.of(each.column()))
        .put("target", each.target())
        .put("certainty", Value.of(each.certainty().wireName()))
        .put("reason", Value.of(each.reason()))
        .put("choices", new Value.Array(each.choices()))
        .build();
  }

  /** A value in YAML's flow style: words that can't be misread as they are, others in quotes. */
  private static String flow(Value value) {
    if (value instanceof Struct struct) {
      StringBuilder out = new StringBuilder("{");
      for (int i = 0; i < struct.size(); i++) {
        out.append(i == 0 ? "" : ", ").append(flow(Value.of(struct.nameAt(i)))).append(": ");
        out.append(flow(struct.valueAt(i)));
      }
      return out.append('}').toString();
    }
    if (value instanceof Value.Array array) {
      return "[" + String.join(", ", array.items().stream().map(each -> flow(each)).toList()) + "]";
    }
    boolean plain =
        value instanceof Value.Text text
            && text.text().matches("[A-Za-z_][A-Za-z0-9_/. -]*[A-Za-z0-9_]")
            && !text.text().matches("(?i)true|false|null|yes|no|on|off");
    return plain ? ((Value.Text) value).text() : JsonText.of(value);
  }
}
