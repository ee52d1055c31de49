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

  private static final String AS_PRINTED =
      "is a table as a program prints it for people: export it as CSV, as in Export-Csv -Encoding"
          + " utf8 in PowerShell, or SET MARKUP CSV ON in SQL*Plus";

  static {
    kind(
        "version https://git-lfs\\.github\\.com/",
        "is a pointer of Git LFS, not the file itself: fetch that with git lfs pull");
    kind(
        "\\[InternetShortcut\\]",
        "is a link to a page, not a file of users: open it, and download the file itself");
    kind(
        "-----BEGIN (PGP MESSAGE|AGE ENCRYPTED FILE|PKCS7|CMS)-----",
        "is encrypted: decrypt it, as in gpg -d FILE > users.csv");
    kind(
        "HTTP/\\d(\\.\\d)? \\d{3}\\b",
        "begins with the headers of an HTTP answer: download it again without them (without -i if"
            + " that was curl)");
    kind(
        "(curl: \\(\\d+\\)|ERROR \\d+ \\(\\w+\\)|(psql|pg_dump|mysqldump|wget|ssh|bash|sh): [^\\n"
            + ",;\\t]*:|mysqldump: |wget: |Traceback \\(most recent call last\\))",
        "is the error message of a program, not what it was to write: look at it, and export the"
            + " users again");
    kind(
        "<{7} [^\\n]*\\R",
        "has the marks of a conflict of Git: merge the two versions, and remove the marks");
    kind(
        "[A-Za-z0-9+/]{60,76}={0,2}[ \\t\\r]*+(\\n[A-Za-z0-9+/]{1,76}={0,2}[ \\t\\r]*+)*+\\n?\\z",
        "seems to be base64: decode it with base64 -d FILE > users.csv");
    kind(
        "[^\\n<>,;\\t]*<[^\\s<>@]+@[^\\s<>@]+>[ \\t]*([;,][^\\n<>]*<[^\\s<>@]+@|\\R|\\z)",
        "is a list of addresses as mail programs write it: make a table of it, with the header"
            + " email and an address a line");
    kind(
        "<\\?(php\\b|=)",
        "is a PHP script: let it write the users with fputcsv() or json_encode(), and import that");
    kind(
        "(module\\.exports\\s*=|exports\\.\\w+\\s*=|export\\s+(default|const)\\b"
            + "|(var|let|const)\\s+[\\w$]+\\s*=|window\\.[\\w.]+\\s*=)\\s*[\\w$\\[{(]",
        JAVASCRIPT);
    kind("[\\w$.]{1,80}\\(\\s*[\\[{]", JAVASCRIPT);
    kind(
        "(#[^\\n"
            + "]*\\R|\\s)*+(%YAML[^\\n"
            + "]*\\R)?(---[ \\t]*\\R(#[^\\n"
            + "]*\\R|\\s)*+(-[ \\t]|[\\w\"' -]+:(\\s|$))|- [\\w-]+:(\\s|$)|([\\w-]+: [^\\n"
            + "]*\\R){0,20}[\\w-]+:[ \\t]*\\R([ \\t]+[\\w\"'-]+:?\\s|[ \\t]*-[ \\t]))",
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
    kind("[^\\n]*\\R[ \\t]*-{2,}([ \\t]+-{2,})*[ \\t]*\\R", AS_PRINTED);
    kind("(\\w[\\w ]{0,60}\\w[ \\t]+: [^\\n]*\\R){2}", AS_PRINTED);
    kind(
        "[^:\\n]+:\\d+:[0-9A-Fa-fX*]{32}:[0-9A-Fa-fX*]{32}:",
        "is a list of Windows accounts (pwdump or smbpasswd): make a table of it, with a header"
            + " such as username,password_hash, and a row for each account");
    kind(
        "[\\w.-]+:[x*]?:\\d+:[\\w,.-]*\\s*(\\R|\\z)",
        "is a list of Unix groups (/etc/group), not of users");
    kind(
        "[^:\\n]+:[^:\\n]*:[0-9a-f]{32}\\s*(\\R|\\z)",
        "is a file of htdigest: make a table of it, with a header such as username,password_hash,"
            + " and a row for each account");
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
