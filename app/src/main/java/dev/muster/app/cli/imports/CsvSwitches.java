package dev.muster.app.cli.imports;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import picocli.CommandLine.Option;

/** The options of {@code muster import} for tables. */
final class CsvSwitches {

  @Option(
      names = "--create-roles",
      description = "csv, authgear: make the roles that records name and the realm lacks.")
  boolean createRoles;

  /** Adds these options to those of a job, only if they are given. */
  Struct addedTo(Struct formatOptions) {
    Struct.Builder all = formatOptions.edit();
    if (createRoles) {
      all.put("create_roles", Value.TRUE);
    }
    return all.build();
  }
}
