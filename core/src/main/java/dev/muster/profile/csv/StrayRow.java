package dev.muster.profile.csv;

import dev.muster.prepare.Draft;
import dev.muster.prepare.Wish;
import dev.muster.problem.Remark;
import dev.muster.problem.ShownText;
import dev.muster.read.SourceRecord;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A row that a program wrote among the users: a total such as {@code Summe;;1234}, the end of a
 * report such as {@code (12 rows)}, the header once more. It is taken for a user, with a warning,
 * because there are people with such names.
 *
 * @param warning what is said about it
 * @param failed what is said about it if it fails
 */
record StrayRow(String warning, String failed) implements Wish {

  private static final int WORD_LENGTH_MAX = 60;

  private static final Pattern NUMBER = Pattern.compile("[-+0-9.,'’ \\u00a0\\u202f%€$£]*");

  /** Of totals, in some languages, with nothing behind them but a number. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "[*=#(-]*\\s*((grand|sub|sous)[ -]?)?(totals?|sum|summe|gesamt(summe|zahl|anzahl)?"
              + "|zwischensumme|insgesamt|anzahl|count|suma|totale|totaal|soma|razem|somme"
              + "|nombre|всего|итого)(\\s+(users|records|rows|benutzer|utilisateurs"
              + "|général|generale|general))?\\s*[:=.*)]*[-0-9., ]*\\s*[*=#)-]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Of the ends of reports. */
  private static final Pattern END =
      Pattern.compile(
          "\\(?[0-9]+ (rows?|records?|users?|entries|zeilen?|datensätze|benutzer|lignes?"
              + "|enregistrements?|utilisateurs?|filas?|registros?)( \\w+){0,3}\\)?\\.?"
              + "|[*=#-]*\\s*(end of (file|report|list|data)|eof|ende der (datei|liste)"
              + "|ende des berichts|fin du (fichier|rapport))\\s*[.*=#-]*"
              + "|(page|seite|página) [0-9]+(( (of|von|sur|de) |/)[0-9]+)?"
              + "|(exported|printed|generated|exportiert|erstellt|gedruckt|exporté|imprimé|généré)"
              + " (by|on|at|am|von|le|par) .*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7})( .*)?");

  /**
   * What a record is, if it seems to be of no user.
   *
   * @param names the cells of the header, by the names of the record's fields
   */
  static Optional<StrayRow> of(SourceRecord source, Struct names) {
    String first = "";
    boolean onlyNumbers = true;
    boolean onlyNames = true;
    Struct fields = source.fields();
    for (int i = 0; i < fields.size() && (onlyNumbers || onlyNames); i++) {
      String text = fields.valueAt(i) instanceof Value.Text cell ? cell.text() : "";
      if (first.isEmpty()) {
        first = text;
      } else {
        onlyNumbers = onlyNumbers && NUMBER.matcher(text).matches();
      }
      onlyNames = onlyNames && text.equals(names.text(fields.nameAt(i)));
    }
    if (onlyNames && fields.size() > 0) {
      return Optional.of(
          new StrayRow(Remark.STRAY_HEADER.with(), Remark.STRAY_HEADER_FAILED.with()));
    }
    return onlyNumbers && first.length() <= WORD_LENGTH_MAX ? of(first) : Optional.empty();
  }

  /**
   * What a row is that has only numbers beside its first text.
   *
   * @param first that text; may be empty
   */
  private static Optional<StrayRow> of(String first) {
    if (TOTAL.matcher(first).matches() || END.matcher(first).matches()) {
      return Optional.of(of(Remark.STRAY_TOTAL, Remark.STRAY_TOTAL_FAILED, first));
    }
    return CONFLICT.matcher(first).matches()
        ? Optional.of(of(Remark.STRAY_CONFLICT, Remark.STRAY_CONFLICT_FAILED, first))
        : Optional.empty();
  }

  private static StrayRow of(Remark warning, Remark failed, String first) {
    String begin = ShownText.quoted(first);
    return new StrayRow(warning.with(begin), failed.with(begin));
  }

  /** What is said about a row that fails. */
  String sentence() {
    return failed;
  }

  @Override
  public boolean grant(Draft draft) {
    draft.warn(warning);
    return false;
  }
}
