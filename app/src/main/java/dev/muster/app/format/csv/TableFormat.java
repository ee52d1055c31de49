package dev.muster.app.format.csv;

import dev.muster.app.format.ImportFormat;
import dev.muster.app.format.ImportOptions;
import dev.muster.app.format.KeptRecords;
import dev.muster.password.HashParts;
import dev.muster.problem.InputProblem;
import dev.muster.problem.InputRefused;
import dev.muster.problem.ProblemCode;
import dev.muster.profile.csv.mapping.Mapping;
import dev.muster.value.Struct;
import java.util.List;

/** A format whose inputs are tables in Authentic2's dialect. */
abstract sealed class TableFormat implements ImportFormat permits CsvFormat, XlsxFormat {

  private final HashParts.Reader hashes;

  /**
   * The format.
   *
   * @param hashes reads password hashes
   */
  TableFormat(HashParts.Reader hashes) {
    this.hashes = hashes;
  }

  final HashParts.Reader hashes() {
    return hashes;
  }

  @Override
  public final boolean readsTables() {
    return true;
  }

  @Override
  public final boolean namesRoles() {
    return true;
  }

  @Override
  public final KeptRecords kept(List<String> header, Struct formatOptions) {
    return header.isEmpty()
        ? KeptRecords.NONE
        : new KeptRows(header, Mapping.stored(formatOptions));
  }

  static void requireUpserts(ImportOptions options) throws InputRefused {
    if (options.upsert().isPresent() && !options.upsert().get()) {
      throw new InputRefused(
          InputProblem.of(
              ProblemCode.INVALID_REQUEST,
              "Tables update users who exist: leave --no-upsert out, or write no-update behind the"
                  + " names of columns that are for new users only."));
    }
  }
}
