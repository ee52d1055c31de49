package dev.muster.app.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises texts of other programs by how they begin, and says what to do with them. */
final class ForeignFile {

  /** Of {@code /etc/passwd}: {@code root:x:0:0:root:/root:/bin/bash}. */
  private static final Pattern PASSWD =
      Pattern.compile(
          "[A-Za-z_][\\w.-]*:[^:\\n]*:\\d+:\\d+:[^:\\n]*:[^:\\n]*:[^:\\n]*(\\R.*)?",
          Pattern.DOTALL);

  /** Of {@code /etc/shadow}: {@code root:$6$…:19000:0:99999:7:::}. */
  private static final Pattern SHADOW =
      Pattern.compile("[A-Za-z_][\\w.-]*:[^:\\n]*:\\d*(:\\d*){5}:[^:\\n]*(\\R.*)?", Pattern.DOTALL);

  /** Of htpasswd: {@code ann:$apr1$…}. */
  private static final Pattern HTPASSWD =
      Pattern.compile(
          "[\\w.@+-]+:(\\$(apr1|2[aby])\\$|\\{SHA\\})[^:\\s]+\\s*(\\R.*)?", Pattern.DOTALL);

  /** Statements with what follows their words, because words alone may be names of columns. */
  private static final Pattern SQL =
      Pattern.compile(
          "(--[^\\n]*\\R|/\\*.*?\\*/;?|\\s)*+("
              + "((insert into|create (table|database|schema)|drop (table|database)|lock tables)"
              + "\\s+|use )[\\w`\"\\[]"
              + "|set (names \\w|[@\\w.]+(\\s*=|\\s+to\\s))"
              + "|copy [\\w.\"]+\\s*(\\([^)]*\\)\\s*)?from\\s"
              + "|(begin( transaction| work)?|start transaction)\\s*;[ \\t]*\\R"
              + "|pragma \\w+\\s*[=(]"
              + ").*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern MARKUP =
      Pattern.compile(
          "<([?]xml|!--|!doctype\\b|[A-Za-z][\\w:.-]*[\\s>/]).*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The first element of an HTML page, or of a piece of one. */
  private static final Pattern HTML =
      Pattern.compile(
          "(<!--(?:[^-]|-(?!->))*+-->|<[?](?:[^?]|[?](?!>))*+[?]>|\\s)*+"
              + "<(!doctype\\s+html|html|head|body|table|div|p|form|meta|title"
              + "|script|style|span|br|h[1-6]|center|ul|ol|a)\\b.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern XML_WORKBOOK =
      Pattern.compile("progid=\"Excel\\.Sheet\"|urn:schemas-microsoft-com:office:spreadsheet");

  private static final Pattern LDIF =
      Pattern.compile(
          "(#[^\\n]*\\R|\\s)*+(version:\\s*\\d+\\s*\\R(#[^\\n]*\\R|\\s)*+)?dn::? .*",
          Pattern.DOTALL);

  private ForeignFile() {}

  /**
   * A sentence about a text that is neither a table nor JSON.
   *
   * @param start without white space at its start
   */
  static Optional<String> text(String start) {
    String lower = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
    Optional<String> markup = MARKUP.matcher(start).matches() ? markup(start) : Optional.empty();
    if (markup.isPresent()) {
      return markup;
    }
    if (lower.startsWith("begin:vcard")) {
      return Optional.of("is a vCard file: export the users as CSV");
    }
    if (lower.startsWith("begin:vcalendar")) {
      return Optional.of("is a calendar (iCalendar), which holds no users");
    }
    if (LDIF.matcher(start).matches()) {
      return Optional.of(
          "is LDIF, of a directory server, which no format of Muster is: convert it to a table, a"
              + " row for each entry, as in ldapsearch … mail givenName sn userPassword");
    }
    if (PASSWD.matcher(start).matches() || SHADOW.matcher(start).matches()) {
      return Optional.of(
          "is a list of Unix accounts (/etc/passwd or /etc/shadow): make a table of it, with a"
              + " header such as username,password_hash, and a row for each account");
    }
    if (HTPASSWD.matcher(start).matches()) {
      return Optional.of(
          "is a file of htpasswd: make a table of it with"
              + " (echo username:password_hash; cat FILE) | tr : , > users.csv");
    }
    if (SQL.matcher(start).matches() && !start.startsWith("{")) {
      return Optional.of(
          "is an SQL dump: load it into a database, and export the table of users as CSV");
    }
    if (lower.startsWith("{\\rtf")) {
      return Optional.of("is a document in Rich Text Format: save the users as plain text");
    }
    if (start.startsWith("{'") || start.startsWith("[{'") || lower.startsWith("{ '")) {
      return Optional.of(
          "is the text of a Python dictionary, not JSON, which has double quotes: write it with"
              + " json.dump() instead of print() or str()");
    }
    return ForeignText.of(start);
  }

  private static Optional<String> markup(String start) {
    String page = "is an HTML page";
    if (XML_WORKBOOK.matcher(start).find()) {
      return Optional.of(
          "is a workbook in the XML of old spreadsheet programs: open it, and save it as .xlsx or"
              + " CSV");
    }
    if (!HTML.matcher(start).matches()) {
      return Optional.of(
          "is an XML document, which Muster does not read: export the users as CSV, JSON or .xlsx");
    }
    String lower = start.toLowerCase(Locale.ROOT);
    return Optional.of(
        lower.contains("<table")
            ? page
                + " with a table, as some programs export with the ending .xls: open it in a"
                + " spreadsheet program, and save it as .xlsx or CSV"
            : page
                + ", perhaps an error page or a login form instead of a download: look at it in a"
                + " browser, and download the file again");
  }
}
