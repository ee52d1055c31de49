package dev.muster.app.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises texts with users that are neither tables nor JSON. */
final class ForeignText {

  private static final String CSV_OF_DATABASE =
      "export it as CSV, as in psql --csv, or as tabs with mysql --batch";

  private static final String JAVASCRIPT =
      "is JavaScript, not JSON: remove what is before the first bracket and after the last one, and"
          + " write names and texts in double quotes";

  /** What a text begins with, and the sentence about it. */
  private static final Map<Pattern, String> KINDS = new LinkedHashMap<>();

  static {
    kind(
        "<\\?(php\\b|=)",
        "is a PHP script: let it write the users with fputcsv() or json_encode(), and import that");
    kind(
        "(module\\.exports\\s*=|exports\\.\\w+\\s*=|export\\s+(default|const)\\b"
            + "|(var|let|const)\\s+[\\w$]+\\s*=|window\\.[\\w.]+\\s*=)\\s*[\\w$\\[{(]",
        JAVASCRIPT);
    kind("[\\w$.]{1,80}\\(\\s*[\\[{]", JAVASCRIPT);
    kind(
        "(#[^\\n]*\\R|\\s)*+(%YAML[^\\n]*\\R)?"
            + "(---[ \\t]*\\R(#[^\\n]*\\R|\\s)*+(-[ \\t]|[\\w\"' -]+:(\\s|$))"
            + "|- [\\w-]+:(\\s|$)"
            + "|[\\w-]+:[ \\t]*\\R([ \\t]+[\\w\"'-]+:?\\s|[ \\t]*-[ \\t]))",
        "is YAML: convert it to JSON, a record a line, as in yq -o=json -I=0 '.users[]' FILE, and"
            + " import that with --identifier email");
    kind(
        "([#;][^\\n]*\\R|\\s)*+\\[{1,2}[A-Za-z][\\w. -]*\\]{1,2}[ \\t]*\\R"
            + "([#;][^\\n]*\\R|\\s)*+[\\w.-]+[ \\t]*=",
        "is a file of settings (INI or TOML): make a table of it, with a row for each user");
    kind(
        "\\+[-=+]+\\+[ \\t]*\\R\\|",
        "is a table as a database client draws it: " + CSV_OF_DATABASE);
    kind(
        "[^\\n|]*\\|[^\\n]*\\R[ \\t]*-+(\\+-+)+[ \\t]*\\R",
        "is a table as a database client draws it: " + CSV_OF_DATABASE);
    kind(
        "\\|?[^\\n|]+\\|[^\\n]*\\R[ \\t]*\\|?[ \\t]*:?-{2,}[ :|-]*\\R",
        "has a line of hyphens below the names, as Markdown and sqlcmd write it: remove that line,"
            + " and the bars at both ends of the others");
    kind(
        "(From [^\\n]*\\d\\d:\\d\\d:\\d\\d[^\\n]*\\R)?"
            + "(Return-Path|Received|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version)"
            + ": [^\\n]*\\R([\\w-]+: |[ \\t]+\\S)",
        "is an e-mail message: save what is attached to it, and import that");
    kind(
        "([A-Za-z][\\w;.-]*::? [^\\n]*\\R){2}",
        "is a list of lines such as \"mail: …\", which no format of Muster is: make a table of it,"
            + " with a row for each user");
  }

  private ForeignText() {}

  private static void kind(String start, String sentence) {
    KINDS.put(Pattern.compile(start), sentence);
  }

  /**
   * A sentence about a text.
   *
   * @param start without white space at its start
   * @return empty if the text may be a table or JSON
   */
  static Optional<String> of(String start) {
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().matcher(start).lookingAt())
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
