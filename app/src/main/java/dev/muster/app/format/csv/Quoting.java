package dev.muster.app.format.csv;

/** How quotes are read. */
enum Quoting {
  /** A cell is quoted if its first character is a quote. */
  PLAIN,
  /** A cell may also have blanks before its opening and after its closing quote. */
  PADDED
}
