package dev.muster.app.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Recognises binary files of other programs by their first bytes, and says what to do. */
final class ForeignBinary {

  private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  /** What a file begins with, as a text of a character for each byte, and the sentence about it. */
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  private static final String OLD_OFFICE =
      "is a file of an old Office program, such as .xls: open it, and save it as .xlsx or CSV";

  private static final String ARCHIVE =
      "is an archive: unpack it, and import the file with the users";

  private static final String TWICE =
      "is compressed twice: expand it once, and import what comes out";

  private static final String PICTURE = "is a picture";

  private static final String BESIDE_OF_MAC =
      "is what macOS keeps beside a file, which has no users: import the file of the same name"
          + " without ._ before it";

  private static final String ACCESS =
      "is an Access database: export its table of users as .xlsx or CSV";

  private static final String OF_ARROW = "is a file of Arrow: export the users as CSV or JSON";

  static {
    KINDS.put("\u001f\u008b", TWICE);
    KINDS.put("(\u00b5/\u00fd", TWICE);
    KINDS.put("%PDF", "is a PDF, which holds no records: export the users as CSV or .xlsx");
    KINDS.put("BZh", "is compressed with bzip2: expand it with bunzip2");
    KINDS.put("\u00fd7zXZ", "is compressed with xz: expand it with unxz");
    KINDS.put("7z\u00bc\u00af", ARCHIVE);
    KINDS.put("Rar!", ARCHIVE);
    KINDS.put(
        "SQLite f",
        "is an SQLite database: export its table of users, as in"
            + " sqlite3 -header -csv FILE \"select * from users\" > users.csv");
    KINDS.put("PAR1", "is a Parquet file: export the users as CSV or JSON");
    KINDS.put("Obj\u0001", "is an Avro file: export the users as CSV or JSON");
    KINDS.put("ARROW1", OF_ARROW);
    KINDS.put("FEA1", OF_ARROW);
    KINDS.put("\u0000\u0001\u0000\u0000Standard Jet", ACCESS);
    KINDS.put("\u0000\u0001\u0000\u0000Standard ACE", ACCESS);
    KINDS.put("\u0009\u0008\u0010\u0000", OLD_OFFICE); // workbooks without a container
    KINDS.put("\u0009\u0008\u0008\u0000", OLD_OFFICE);
    KINDS.put("\u0009\u0004\u0006\u0000", OLD_OFFICE);
    KINDS.put("\u0009\u0002\u0006\u0000", OLD_OFFICE);
    KINDS.put("\u0009\u0000\u0004\u0000", OLD_OFFICE);
    KINDS.put("\u0000\u0005\u0016\u0007", BESIDE_OF_MAC);
    KINDS.put("\u0000\u0005\u0016\u0000", BESIDE_OF_MAC);
    KINDS.put("bplist0", "is a property list of Apple: export the users as CSV or JSON");
    KINDS.put("Salted__", "is encrypted with openssl: decrypt it with openssl enc -d");
    KINDS.put("age-encryption.org/", "is encrypted with age: decrypt it with age -d");
    KINDS.put("\u0089PNG", PICTURE);
    KINDS.put("\u00ff\u00d8\u00ff", PICTURE);
    KINDS.put("GIF8", PICTURE);
    KINDS.put("b0VIM ", "is a swap file of the editor Vim, not the file that is edited");
  }

  private static final int LOCK_BYTES = 165;
  private static final int LOCK_NAME_BYTES = 54;

  private ForeignBinary() {}

  /** A sentence about a binary file; empty if the bytes may be those of a text. */
  static Optional<String> of(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (isZip(text)) {
      return Optional.of(zip(text));
    }
    if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return Optional.of(
          contains(start, ENCRYPTED)
              ? "is a workbook with a password: open it, remove the password (in Excel: File, Info,"
                  + " Protect Workbook, Encrypt with Password), and save it as .xlsx or CSV"
              : OLD_OFFICE);
    }
    if (text.startsWith("ustar", 257)) {
      return Optional.of(
          "is a tar archive: unpack it with tar xf, and import the file with the users");
    }
    if (isLock(start)) {
      return Optional.of(
          "is what Office keeps beside a file that is open, which has no users: import the file of"
              + " the same name without ~$ before it");
    }
    return KINDS.entrySet().stream()
        .filter(kind -> text.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String zip(String text) {
    if (text.contains("opendocument.spreadsheet")) {
      return "is an OpenDocument spreadsheet (.ods): open it, and save it as .xlsx or CSV";
    }
    if (text.contains("opendocument") || text.contains("word/") || text.contains("ppt/")) {
      return "is a document of an Office program, but no .xlsx: save the users as .xlsx or CSV";
    }
    if (isBinaryWorkbook(text)) {
      return "is a binary workbook (.xlsb): open it, and save it as .xlsx or CSV";
    }
    if (text.contains(".iwa")) {
      return "is a document of Apple's Numbers or Pages: export it as CSV or Excel";
    }
    return "is a zip archive: unpack it with unzip, and import the file with the users";
  }

  /** Whether the bytes are the start of a workbook, {@code .xlsx}. */
  static boolean isWorkbook(byte[] start) {
    String text = new String(start, StandardCharsets.ISO_8859_1);
    return isZip(text)
        && !isBinaryWorkbook(text)
        && (text.contains("xl/")
            || (text.contains("[Content_Types].xml")
                && !text.contains("word/")
                && !text.contains("ppt/")));
  }

  private static boolean isBinaryWorkbook(String text) {
    return text.contains("xl/workbook.bin");
  }

  private static boolean isZip(String text) {
    return text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006");
  }

  /** The owner's name, with its length before it, and again in UTF-16. */
  private static boolean isLock(byte[] start) {
    return start.length == LOCK_BYTES
        && start[0] > 0
        && start[0] <= LOCK_NAME_BYTES
        && start[LOCK_NAME_BYTES + 1] == start[0]
        && start[LOCK_NAME_BYTES + 2] == 0;
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    for (int i = 0; i + part.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return true;
      }
    }
    return false;
  }
}
