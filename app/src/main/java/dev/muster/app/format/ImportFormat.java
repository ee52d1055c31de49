package dev.muster.app.format;

import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputRefused;
import dev.muster.value.Struct;
import java.io.IOException;
import java.util.List;

/** A format of inputs. Stateless. */
public interface ImportFormat {

  /** The name for {@code --format}. */
  String name();

  /**
   * Reads the whole input once, before anything is written: checks syntax and encoding, counts
   * records, and collects what the import needs to know in advance.
   *
   * @throws InputRefused if none of the input can be imported
   * @throws IOException if the input can't be read
   */
  SurveyedInput survey(InputFile input, ImportOptions options) throws InputRefused, IOException;

  /** Whether imports of this format may contain plain-text passwords, which Muster hashes. */
  default boolean hashesPasswords() {
    return false;
  }

  /**
   * Reads failed records that an import stored.
   *
   * @param header the cells of a table's header row; empty for other inputs
   * @param formatOptions the import's options for the format
   */
  KeptRecords kept(List<String> header, Struct formatOptions);

  /**
   * The beginning of a table, for guesses about its columns.
   *
   * @param rowsMax the greatest number of rows after the header
   * @throws UsageProblem if inputs of this format are no tables
   */
  default TableSample sample(InputFile input, ImportOptions options, int rowsMax)
      throws InputRefused, IOException, UsageProblem {
    throw new UsageProblem("only tables have columns to map, and this is " + name());
  }

  /**
   * The number of rows of a table that are not blank, its header included. Also for tables whose
   * header is wrong.
   *
   * @throws UsageProblem if inputs of this format are no tables
   */
  default long rowCount(InputFile input, ImportOptions options)
      throws InputRefused, IOException, UsageProblem {
    throw new UsageProblem("only tables have rows, and this is " + name());
  }

  /**
   * The form of a table's rejects, for a table that was surveyed before.
   *
   * @param beginning the table, or enough of it for its first rows
   * @param options with the table's encoding
   * @param header the cells of its header row
   * @throws UsageProblem if inputs of this format are no tables
   */
  default RejectForm rejects(InputFile beginning, ImportOptions options, List<String> header)
      throws InputRefused, IOException, UsageProblem {
    throw new UsageProblem("only tables have a header, and this is " + name());
  }

  /** Whether its records can name roles of users. */
  default boolean namesRoles() {
    return false;
  }

  /** Whether its imports are all-or-nothing; see {@link SurveyedInput#allOrNothing}. */
  default boolean allOrNothing() {
    return false;
  }

  /** Whether its inputs are one object each, with the records in its members. */
  default boolean hasRecordsInMembers() {
    return false;
  }

  /** Whether its inputs can say themselves if users who exist are updated. */
  default boolean saysUpsert() {
    return false;
  }

  /** Whether its inputs are tables, whose columns can be mapped. */
  default boolean readsTables() {
    return false;
  }
}
