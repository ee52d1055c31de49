package dev.muster.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Manual pages in roff, made from the tree of commands: one for muster, one a first command. */
final class ManPages {

  private static final List<String> WITHOUT_PAGE = List.of("help", "version");

  private static final String ENVIRONMENT =
      """
      .SH ENVIRONMENT
      .TP
      .B MUSTER_DB
      The directory, where \\-\\-db does not name one.
      .TP
      .B MUSTER_CONFIG
      The settings, where \\-\\-config does not name them.
      .TP
      .B NO_COLOR
      No colours, when it is not empty.
      .TP
      .B JAVA_HOME
      The Java to run on.
      .TP
      .B MUSTER_HEAP
      How much memory the program may take, such as 256m.
      .SH FILES
      .TP
      .I muster.yml
      The settings, in the working directory.
      .TP
      .I muster.db
      The directory, in the working directory, unless another is named.
      .SH EXIT STATUS
      0: it is done. 1: some record failed, or what was asked about is not there.
      2: bad usage, nothing was done. 3: something broke on the way. 130: interrupted.
      141: the reader of standard output was gone (an import ends with its own status then).
      """;

  private final StringBuilder out = new StringBuilder();

  private ManPages() {}

  /** The pages' texts by file name. */
  static Map<String, String> of(CommandSpec root) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("muster.1", top(root));
    for (CommandLine command : root.subcommands().values()) {
      if (!WITHOUT_PAGE.contains(command.getCommandName())) {
        pages.put(
            "muster-" + command.getCommandName() + ".1",
            new ManPages().page(command.getCommandSpec()));
      }
    }
    return pages;
  }

  private static String top(CommandSpec root) {
    ManPages page = new ManPages();
    page.head(root);
    page.section("COMMANDS");
    root.subcommands().values().forEach(command -> page.command(command.getCommandSpec()));
    page.options(root.options(), "OPTIONS OF ALL COMMANDS");
    page.out.append(ENVIRONMENT);
    page.footer(root);
    List<String> others = new ArrayList<>();
    for (CommandLine command : root.subcommands().values()) {
      if (!WITHOUT_PAGE.contains(command.getCommandName())) {
        others.add("muster-" + command.getCommandName());
      }
    }
    page.seeAlso(others);
    return page.out.toString();
  }

  private String page(CommandSpec spec) {
    head(spec);
    if (spec.subcommands().isEmpty()) {
      arguments(spec);
      options(own(spec), "OPTIONS");
    } else {
      section("COMMANDS");
      spec.subcommands().values().forEach(command -> subcommand(command.getCommandSpec()));
    }
    footer(spec);
    seeAlso(List.of("muster"));
    return out.toString();
  }

  private void head(CommandSpec spec) {
    String name = spec.qualifiedName("-");
    out.append(".TH ").append(name.toUpperCase(Locale.ROOT)).append(" 1 \"\" Muster\n");
    section("NAME");
    line(name + " - " + withoutStop(first(spec.usageMessage().description())));
    section("SYNOPSIS");
    synopsis(spec);
    section("DESCRIPTION");
    lines(spec.usageMessage().description());
  }

  private void synopsis(CommandSpec spec) {
    out.append(".B ").append(text(spec.qualifiedName())).append('\n');
    StringBuilder rest = new StringBuilder("[OPTIONS]");
    spec.positionalParameters()
        .forEach(
            parameter ->
                rest.append(
                    parameter.required()
                        ? " " + parameter.paramLabel()
                        : " [" + parameter.paramLabel() + "]"));
    if (!spec.subcommands().isEmpty()) {
      rest.append(" COMMAND");
    }
    line(rest.toString());
  }

  private void command(CommandSpec spec) {
    out.append(".TP\n.B ").append(text(spec.name())).append('\n');
    line(first(spec.usageMessage().description()));
  }

  private void subcommand(CommandSpec spec) {
    out.append(".SS ").append(text(spec.qualifiedName())).append('\n');
    synopsis(spec);
    out.append(".PP\n");
    lines(spec.usageMessage().description());
    spec.positionalParameters().forEach(this::argument);
    own(spec).forEach(this::option);
  }

  private static List<OptionSpec> own(CommandSpec spec) {
    return spec.options().stream().filter(option -> !option.inherited()).toList();
  }

  private void arguments(CommandSpec spec) {
    if (!spec.positionalParameters().isEmpty()) {
      section("ARGUMENTS");
      spec.positionalParameters().forEach(this::argument);
    }
  }

  private void argument(PositionalParamSpec parameter) {
    term(parameter.paramLabel(), parameter);
  }

  private void options(List<OptionSpec> options, String title) {
    if (!options.isEmpty()) {
      section(title);
      options.forEach(this::option);
    }
  }

  private void option(OptionSpec option) {
    List<String> names = new ArrayList<>(List.of(option.names()));
    if (option.negatable()) {
      names.add("--no-" + option.longestName().substring(2));
    }
    String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
    term(String.join(", ", names) + value, option);
  }

  private void term(String term, ArgSpec explained) {
    out.append(".TP\n.B ").append(text(term)).append('\n');
    lines(explained.description());
  }

  private void footer(CommandSpec spec) {
    String[] footer = spec.usageMessage().footer();
    if (footer.length > 0) {
      section("NOTES");
      out.append(".nf\n");
      List.of(footer).forEach(this::line);
      out.append(".fi\n");
    }
  }

  private void seeAlso(List<String> pages) {
    section("SEE ALSO");
    line(String.join(", ", pages.stream().map(page -> page + "(1)").toList()));
  }

  private void section(String title) {
    out.append(".SH ").append(title).append('\n');
  }

  private void lines(String[] lines) {
    List.of(lines).forEach(this::line);
  }

  private void line(String line) {
    out.append(text(line)).append('\n');
  }

  /** Roff's own characters made plain: backslash, hyphen, and a dot or quote that begins a line. */
  private static String text(String line) {
    String plain = line.replace("%n", " ").replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }

  private static String first(String[] lines) {
    return lines.length == 0 ? "" : lines[0];
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
