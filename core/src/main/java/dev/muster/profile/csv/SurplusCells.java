package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Remark;
import dev.muster.read.SourceRecord;
import dev.muster.value.Value;
import java.util.Optional;

/**
 * A row's values beyond the last column of the header. They are ignored, with a warning.
 *
 * @param firstColumn the 1-based column of the first one
 */
public record SurplusCells(long firstColumn) implements Wish {

  /** The name of a record's last field, which holds the number of the first column. */
  public static final String FIELD = "@surplus";

  /** The surplus cells of a record. */
  static Optional<SurplusCells> of(SourceRecord source) {
    int last = source.fields().size() - 1;
    return last >= 0
            && source.fields().nameAt(last).equals(FIELD)
            && source.fields().valueAt(last) instanceof Value.Num number
        ? Optional.of(new SurplusCells(Long.parseLong(number.literal())))
        : Optional.empty();
  }

  @Override
  public boolean grant(Draft draft) {
    draft.warn(Remark.SURPLUS.with(firstColumn));
    return false;
  }
}
