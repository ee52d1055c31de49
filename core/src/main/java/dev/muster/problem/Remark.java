package dev.muster.problem;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Every kind of remark on a record, a cell or a whole input that is no problem, because the import
 * goes on. Its words are English, with places for the parts that vary: numbers in braces, from 0 to
 * at most 9, in this order and each once, which a test checks. A remark is passed on and stored as
 * a text; whoever tells it in another language finds its kind and its parts by the words.
 *
 * <p>Command lines print these words, and scripts may compare them.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists do not change
public enum Remark {
  // Rows and cells of tables.
  NOTHING(
      "{0} is stored as text; if it stands for no value, map the column with values: {'{1}': ''}"),
  SHEET_ERROR("{0} is an error of a spreadsheet, and is stored as text: mend it there"),
  SHORTENED(
      "{0} seems to be a number of which a spreadsheet left out digits, and is stored as text:"
          + " format the column as text there, and export it again"),
  FORMULA("{0} is a formula, and is stored as text: export its value"),
  OTHER_QUOTES(
      "{0} is in quotes that are none in a table, and is stored with them: write \" or none"),
  ENTITY("{0} has characters in the notation of HTML, and is stored as it is: export plain text"),
  ESCAPED(
      "{0} has letters as mail, URLs or JSON write them, and is stored as it is: export plain"
          + " text"),
  CONTROL("{0} has a control character, and is stored with it: remove it"),
  NEGATIVE(
      "\"{0}\" counts as true; only an empty cell, 0 and false count as false. To change that, map"
          + " the column with values: {\"{1}\": \"false\"}"),
  LEFT_OUT("left out {0}: {1}"),
  SURPLUS(
      "column {0} has a value, but no name in the header: it was ignored. A cell that holds the"
          + " delimiter must be in quotes"),
  STRAY_HEADER("the row seems to repeat the header; if so, remove it from the file"),
  STRAY_HEADER_FAILED("The row seems to repeat the header: remove it from the file."),
  STRAY_TOTAL(
      "the row begins with {0} and seems to be a total or the end of a report, not a user; if so,"
          + " remove it from the file"),
  STRAY_TOTAL_FAILED(
      "The row begins with {0} and seems to be a total or the end of a report, not a user: remove"
          + " it from the file."),
  STRAY_CONFLICT(
      "the row begins with {0} and seems to mark a conflict of Git; if so, remove it from the"
          + " file"),
  STRAY_CONFLICT_FAILED(
      "The row begins with {0} and seems to mark a conflict of Git: remove it from the file."),
  NO_EMAIL_ADDRESS(
      "The user has no e-mail address, and gets no mail with a link to choose a password."),

  // Rows and records of any format.
  ROLE_MADE("There was no role {0}: it is made."),
  INVISIBLE_CHARACTER("the invisible character {0}, is kept in {1}"),
  INVISIBLE_BLANK("the unusual blank {0}, is kept in {1}"),
  INVISIBLE_CHARACTER_IN("{0}: the invisible character {1}, is kept in {2}"),
  INVISIBLE_BLANK_IN("{0}: the unusual blank {1}, is kept in {2}"),
  INVISIBLE_CHARACTER_HINT("It has the invisible character {0}."),
  INVISIBLE_BLANK_HINT("It has the unusual blank {0}."),
  UNDONE("rolled back: this import is all or nothing, and another record of it failed"),
  UNDONE_FOR_MISSING("rolled back: too many users are missing from the input of this import"),

  // Authgear's records.
  NO_EFFECT_FOR_NEW("{0} has no effect in insert."),
  NO_EFFECT_IF_ABSENT("{0} has no effect when {1} is absent."),
  NO_EFFECT_IF_NULL("{0} has no effect when {1} = null."),
  STATUS_KEPT("invalid account status transition: {0} -> {1}"),
  USER_KEPT("skipping because upsert = false and user exists"),

  // RestAuth's documents.
  USER_SKIPPED("the user exists already, and existing users are skipped"),
  GROUP_SKIPPED("the group exists already, and existing groups are skipped"),
  PROPERTY_KEPT("Property \"{0}\" already exists."),
  HASH_SKIPPED("Hash of type \"{0}\" is not supported, skipping."),
  HASH_SKIPPED_BECAUSE("Hash of type \"{0}\" is not supported, skipping. ({1})"),
  MEMBER_MISTYPED("the member {0} of {1} is ignored: did you mean \"{2}\"? {3} has only {4}."),
  MEMBER_IGNORED("the member {0} of {1} is ignored: {2} has only {3}."),
  MEMBER_OF_GROUP(
      "the member {0} of {1} is ignored: {2} has only {3}. Name the user in the \"users\" of a"
          + " group."),
  MEMBER_IS_PROPERTY(
      "the member {0} of {1} is ignored: {2} has only {3}. Everything else about a user belongs in"
          + " \"properties\"."),
  MORE_MEMBERS_IGNORED("{0} more members of {1} are ignored."),

  // The encoding of a table.
  UTF8_ELSEWHERE(
      "{0}, so the file was read as windows-1252, but the rest of it is UTF-8: other letters are"
          + " probably wrong now. Mend that byte, and import the file as UTF-8; if windows-1252 is"
          + " right, say so with --encoding windows-1252."),
  UTF8_CUT_OFF(
      "{0}, so the file was read as windows-1252, but the rest of it is UTF-8: other letters are"
          + " probably wrong now. The file ends in the middle of a character, so it seems to be cut"
          + " off: copy or export it again; if windows-1252 is right, say so with --encoding"
          + " windows-1252."),
  ENCODING_LIKELY(
      "{0}, so the file was read as windows-1252, but it looks more like {1}, which is a guess by"
          + " its letters: add --encoding {2}, or --encoding windows-1252 if that is right."),
  ENCODINGS_LIKELY(
      "{0}, so the file was read as windows-1252, but it looks more like {1} or {2}, which is a"
          + " guess by its letters: look at the names with --dry-run --diff and --encoding {3} or"
          + " --encoding {4}, or --encoding windows-1252 if that is right."),
  ENCODED_TWICE(
      "The file seems to be encoded twice, as {0} for {1}: an earlier program took UTF-8 for {2}."
          + " Export it again, or mend it with: {3}"),
  ENCODED_TWICE_IN_PART(
      "The file seems to be encoded twice, as {0} for {1}: an earlier program took UTF-8 for {2}."
          + " Export it again: not all of it was encoded twice, so that no conversion mends it."),
  LOST_LETTERS(
      "The file has U+FFFD, the replacement character, first on line {0}, where an earlier program"
          + " lost letters. No conversion brings them back: export it again, as UTF-8."),

  EBCDIC(
      "The file seems to be EBCDIC, a character set of mainframes: add --encoding {0}, or {1} if"
          + " punctuation or accented letters are wrong then."),
  EBCDIC_WITHOUT_LINES(
      "The file seems to be EBCDIC, a character set of mainframes, and has no line ends: export it"
          + " as text, with a line for each user."),
  UTF7(
      "The file seems to be UTF-7, for it has {0} in place of a character, first on line {1}."
          + " Convert it first: {2}"),

  // Tables as a whole.
  LOST_ZEROS(
      "Column {0}, {1}: most codes have {2} digits, some have fewer, and none begins with 0. The"
          + " shorter ones may be codes of another country; but if a spreadsheet left out leading"
          + " zeros, format the column as text there, and export it again."),
  HEADER_AFTER_TITLE(
      "Row {0} is a title, not a header; the header seems to be in row {1}: add --header-row {2}."),
  HEADER_AFTER_COMMENT(
      "Row {0} is a comment, not a header; the header seems to be in row {1}: add --header-row"
          + " {2}."),
  HEADER_AFTER_BLANK("Row {0} is blank; the header seems to be in row {1}: add --header-row {2}."),
  HEADER_LIKE_DATA(
      "Row {0} is taken for the header, but looks like data. If the table has no header, import it"
          + " with --header-row 0, and name the columns by number, as in --map 'column 1=email'."),
  NO_ROWS("The table has no row below its header: nobody is imported."),
  EMPTY_COLUMN("The last column is empty, and was ignored."),
  EMPTY_COLUMNS("{0} columns at the end are empty, and were ignored."),
  SURPLUS_ROW(
      "1 row has more cells than the header; what is in them was ignored, and the record has a"
          + " warning. A cell that holds the delimiter must be in quotes."),
  SURPLUS_ROWS(
      "{0} rows have more cells than the header; what is in them was ignored, and the record has a"
          + " warning. A cell that holds the delimiter must be in quotes."),
  CUT_OFF(
      "The last row has {0} of {1}, and no line end: the file seems to be cut off after row {2}."
          + " Copy or export the file again and compare its size."),
  QUOTED_ROWS(
      "The rows seem to be quoted as a whole: each is one cell with {0} in it. Remove the quotes"
          + " around the rows."),
  OTHER_DELIMITER(
      "The header has {0} columns, and the rows seem to be separated by {1}: use one delimiter in"
          + " the header and in the rows."),
  HIDDEN_ROW(
      "Row {0} of the sheet is hidden, and is imported like the others. To leave them out, copy the"
          + " rows that are shown to another sheet."),
  HIDDEN_ROWS(
      "{0} rows of the sheet are hidden, from row {1}, and are imported like the others. To leave"
          + " them out, copy the rows that are shown to another sheet."),
  MERGED_ROWS(
      "Cells of several rows are merged, such as {0}: only the first row has their value. Unmerge"
          + " them, and fill in the others."),

  // Password hashes, as a HashDoubt tells them.
  HASHES_USUAL(
      "{0} {1}. If the system adds a pepper or hashes the password first, no password will fit:"
          + " --prove with one known password tells."),
  HASHES_DOUBTED("{0} read as {1}; {2} could be {3}: try --prove with a known password."),
  HASHES_ASSUMED(
      "{0} read as {1}; {2} could be {3}: try --prove with a known password, or name the scheme in"
          + " password_scheme.");

  private final String words;
  private final List<String> fixed; // what is before, between and behind the places

  Remark(String words) {
    this.words = words;
    this.fixed = List.of(Pattern.compile("\\{[0-9]\\}").split(words, -1));
  }

  /** Its words, with places for the parts that vary. */
  public String words() {
    return words;
  }

  /**
   * The remark as a text.
   *
   * @param parts what varies, without any secret; as many as there are places
   */
  public String with(Object... parts) {
    if (parts.length != fixed.size() - 1) {
      throw new IllegalArgumentException(this + " has other parts");
    }
    StringBuilder text = new StringBuilder(fixed.get(0));
    for (int i = 0; i < parts.length; i++) {
      text.append(parts[i]).append(fixed.get(i + 1));
    }
    return text.toString();
  }
}
