package dev.muster.app.cli.imports;

import dev.muster.app.format.UsageProblem;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code muster import} that say where a table is. */
final class SheetSwitches {

  @Option(
      names = "--header-row",
      paramLabel = "N",
      description = {
        "csv, xlsx: the row with the names of the columns; 0 if there is none, and --map names",
        "them by number, as in 'column 1=email'. Default: 1."
      })
  private @Nullable Integer headerRow;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "xlsx: the sheet with the users. Default: the first visible one.")
  private @Nullable String sheet;

  /** Adds these options to those of a job, only if they are given. */
  Struct addedTo(Struct formatOptions) throws UsageProblem {
    Struct.Builder all = formatOptions.edit();
    if (headerRow != null) {
      if (headerRow < 0) {
        throw new UsageProblem("--header-row is a number from 0, not " + headerRow);
      }
      all.put("header_row", Value.of(headerRow));
    }
    if (sheet != null) {
      all.put("sheet", Value.of(sheet));
    }
    return all.build();
  }
}
