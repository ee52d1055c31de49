package dev.muster.app.format.xlsx;

/**
 * A sheet of a workbook.
 *
 * @param part the part of the archive with its cells
 * @param visible whether the spreadsheet shows it
 */
record SheetName(String name, String part, boolean visible) {}
