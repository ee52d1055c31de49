package dev.muster.app.cli.session;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes, before its name or after it. */
public final class GlobalOptions {

  @Option(
      names = "--db",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = {
        "The directory: sqlite:PATH, postgresql://USER@HOST/NAME, or a name from the"
            + " settings' databases.",
        "Default: $MUSTER_DB, else what the settings say, else sqlite:muster.db."
      })
  @Nullable String database;

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "The settings. Default: $MUSTER_CONFIG, else muster.yml if there is one here.")
  @Nullable String config;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours on terminals. Default: colours, unless $NO_COLOR is set.")
  boolean noColor;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show what the libraries log, and a stack trace for each error.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      scope = ScopeType.INHERIT,
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;
}
