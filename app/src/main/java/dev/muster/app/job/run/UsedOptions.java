package dev.muster.app.job.run;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.UsageProblem;
import dev.muster.app.job.JobOptions;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import dev.muster.value.Value;

/** Refuses options that would do nothing with the input, instead of ignoring them. */
final class UsedOptions {

  private UsedOptions() {}

  /** Refuses options that would do nothing with inputs of the format. */
  static void require(ImportFormat format, JobOptions options) throws UsageProblem {
    Struct own = options.formatOptions();
    boolean forTables =
        own.has(Mapping.OPTION) || own.has("lenient") || own.has("header_row") || own.has("sheet");
    if (forTables && !format.readsTables()) {
      throw new UsageProblem(
          "mappings of columns, lenient reading, sheets and header rows are for tables, and this"
              + " is "
              + format.name());
    }
    if (Value.TRUE.equals(own.get("create_roles")) && !format.namesRoles()) {
      throw new UsageProblem(
          "records of "
              + format.name()
              + " name no roles, so there are none to make: leave --create-roles (create_roles)"
              + " out");
    }
    if (own.has("sheet") && !format.name().equals("xlsx")) {
      throw new UsageProblem("only workbooks have sheets, and this is " + format.name());
    }
  }
}
