package dev.muster.app.cli;

import dev.muster.app.cli.session.Candidates;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Generates completions for the fish shell from the tree of commands. */
final class FishCompletion {

  /** Lists the ids of the latest imports. */
  private static final String IMPORT_IDS =
      "(muster imports list --limit 50 2>/dev/null | string match -r '^imp_\\S+')";

  private final List<String> lines = new ArrayList<>();

  private FishCompletion() {}

  static String script(CommandSpec root) {
    FishCompletion completion = new FishCompletion();
    root.options().forEach(option -> completion.option("", option));
    completion.command(root, List.of());
    return String.join("\n", completion.lines) + "\n";
  }

  private void command(CommandSpec spec, List<String> words) {
    List<String> next = List.copyOf(spec.subcommands().keySet());
    String here = condition(words, next);
    for (CommandLine sub : spec.subcommands().values()) {
      add(here, "-f -a " + sub.getCommandName(), sub.getCommandSpec());
    }
    if (next.isEmpty()) {
      spec.options().stream()
          .filter(option -> !option.inherited())
          .forEach(option -> option(here, option));
      spec.positionalParameters().forEach(parameter -> parameter(here, parameter));
    }
    for (CommandLine sub : spec.subcommands().values()) {
      List<String> deeper = new ArrayList<>(words);
      deeper.add(sub.getCommandName());
      command(sub.getCommandSpec(), deeper);
    }
  }

  private static String condition(List<String> seen, List<String> next) {
    List<String> tests = new ArrayList<>();
    if (seen.isEmpty()) {
      return "__fish_use_subcommand";
    }
    seen.forEach(word -> tests.add("__fish_seen_subcommand_from " + word));
    if (!next.isEmpty()) {
      tests.add("not __fish_seen_subcommand_from " + String.join(" ", next));
    }
    return String.join("; and ", tests);
  }

  private void add(String condition, String what, CommandSpec described) {
    String[] text = described.usageMessage().description();
    line(condition, what, text.length == 0 ? "" : text[0]);
  }

  private void parameter(String condition, PositionalParamSpec parameter) {
    if (parameter.completionCandidates() != null) {
      String words = String.join(" ", parameter.completionCandidates());
      String shown = words.equals(Candidates.ImportIds.MARK) ? IMPORT_IDS : words;
      line(condition, "-f -a \"" + shown + "\"", "");
    }
  }

  private void option(String condition, OptionSpec option) {
    StringBuilder what = new StringBuilder();
    for (String name : option.names()) {
      what.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
    }
    if (option.negatable()) {
      line(condition, "-l no-" + option.longestName().substring(2), "The contrary.");
    }
    if (option.completionCandidates() != null && option.arity().max() > 0) {
      what.append(" -x -a '").append(String.join(" ", option.completionCandidates())).append("'");
    } else if (option.arity().max() > 0) {
      what.append(" -r");
    }
    String[] text = option.description();
    line(condition, what.substring(1), text.length == 0 ? "" : text[0]);
  }

  private void line(String condition, String what, String description) {
    int end = description.indexOf(". ");
    String text = end < 0 ? description : description.substring(0, end + 1);
    String when = condition.isEmpty() ? "" : " -n '" + condition + "'";
    lines.add("complete -c muster" + when + " " + what + " -d '" + quoted(text) + "'");
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
