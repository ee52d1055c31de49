package dev.muster.profile.csv.mapping;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.List;

/**
 * Several columns of a file that become one.
 *
 * @param from the names of the columns, at least one
 * @param with the text between their cells
 */
record JoinedColumns(List<String> from, String with) {

  JoinedColumns {
    from = List.copyOf(from);
  }

  Struct toStruct() {
    return new Struct.Builder()
        .put("from", ColumnMapping.texts(from))
        .put("with", Value.of(with))
        .build();
  }
}
