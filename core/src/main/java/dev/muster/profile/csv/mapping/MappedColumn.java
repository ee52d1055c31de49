package dev.muster.profile.csv.mapping;

/**
 * A column that a mapping makes of the file's columns.
 *
 * @param target its header cell in the csv dialect: a name with flags
 * @param place the 0-based place of the file's column that its problems are about; -1 for a
 *     constant
 * @param source where its cells come from
 * @param format how its cells are written
 * @param mapped whether the mapping names it; otherwise it is the file's column as it is
 */
public record MappedColumn(
    String target, int place, CellSource source, CellFormat format, boolean mapped) {}
