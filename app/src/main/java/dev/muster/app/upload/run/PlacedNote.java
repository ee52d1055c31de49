package dev.muster.app.upload.run;

/**
 * A remark on a cell.
 *
 * @param place the 0-based place of the cell in its row
 */
record PlacedNote(int place, CellNote note) {}
