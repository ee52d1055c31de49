package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people have, and that are none of Muster's formats: they are told what they have. */
class ForeignInputsTest {

  @TempDir Path folder;

  private Run run(byte[] input, String... arguments) throws Exception {
    Files.write(folder.resolve("file"), input);
    String[] all = new String[arguments.length + 2];
    all[0] = "import";
    all[1] = "file";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Run.of(folder, all);
  }

  private Run run(String input, String... arguments) throws Exception {
    return run(input.getBytes(UTF_8), arguments);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `%PDF-1.7\n`                                             @ is a PDF
          `<!DOCTYPE html><html>`                                  @ is an HTML page
          `<html>\n<body>`                                         @ is an HTML page
          `<?xml version="1.0"?>\n<users/>`                        @ is an XML document
          `<users>\n<user/>`                                       @ is an XML document
          `<?xml version="1.0"?>\n<!DOCTYPE html><html/>`          @ is an HTML page
          `<!-- x -->\n<table><tr><td>email`                       @ is an HTML page with a table
          `<div>\n<p>`                                             @ is an HTML page
          `<?xml version="1.0"?><?mso x progid="Excel.Sheet"?><W/>` @ is a workbook in the XML
          `BEGIN:VCARD\nVERSION:3.0\nFN:Ann Bell\nEMAIL:a@b.cd\nEND:VCARD\n` @ is a vCard file
          `BEGIN:VCARD\r\nN:Bell;Ann\r\nEND:VCARD\r\n`           @ is a vCard file
          `{"id":1,"mail":"a@b.cd"}`                               @ its members are "id", "mail"
          `{"id":1,"mail":"a@b.cd"}\n{"id":2}\n` @ and import that with --identifier email
          `dn: uid=ann,dc=example\nuid: ann\n`                     @ is LDIF
          `version: 1\n\ndn:: dWlk\n`                              @ is LDIF
          `root:x:0:0:root:/root:/bin/bash\nann:x:1:1::/h:/b\n`    @ list of Unix accounts
          `root:$6$salt$hash:19000:0:99999:7:::\n`                 @ list of Unix accounts
          `ann:$apr1$salt$hash\n`                                  @ file of htpasswd
          `-- MySQL dump 10.13\n\nDROP TABLE IF EXISTS users;\n`   @ is an SQL dump
          `INSERT INTO users VALUES (1,'ann');\n`                  @ is an SQL dump
          `BEGIN TRANSACTION;\nCREATE TABLE users (id int);\n`     @ is an SQL dump
          `begin;\nselect 1;\n`                                   @ is an SQL dump
          `SET statement_timeout = 0;\nSET x = 1;\n`              @ is an SQL dump
          `SET NAMES utf8;\n`                                      @ is an SQL dump
          `COPY public.users (id, mail) FROM stdin;\n1\ta\n`      @ is an SQL dump
          `PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n`        @ is an SQL dump
          `USE ``shop``;\n`                                        @ is an SQL dump
          `{'identifier': 'email', 'records': []}`                 @ Python dictionary
          `[{'email': 'ann@example.org'}]`                         @ Python dictionary
          `{"error":"unauthorized"}`                               @ error message of a server
          `{"identifier":"email","users":[{"email":"a@b.cd"}]}`    @ rename it
          `{"users":[{"localId":"1","email":"a@b.cd"}]}`           @ Firebase
          `{"realm":"x","users":[{"username":"ann"}]}`             @ Keycloak
          `{"users":[{"username":"a","createdTimestamp":1}]}`      @ Keycloak
          `{"users":[{"email":"a@b.cd"}]}`                         @ a list as "users"
          """)
  void areNamed(String text, String words) throws Exception {
    Run run = run(text);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("file ", words).doesNotContain("looks like", "$hash");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `# exported 2024-05-01\n{"users":{}}`                    @ line 1, column 1
          `// all users\n[{"email":"a#b.cd"}]`                     @ there is a comment
          `/* all\n users */ {"records":[]}`                       @ there is a comment
          `# exported, 2024\nemail;first_name\na#b.cd;Ann\n` @ Row 1 is a comment, not a
          `// exported\nmail adress;vorname\na#b.cd;Ann\n`        @ Row 1 seems to be a comment
          """)
  void commentsBeforeTheFirstRecordAreTold(String text, String words) throws Exception {
    Run run = run(text.replace('#' + "b.cd", "@b.cd"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("line 1, column 1", words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"begin,email", "begin;email", "set name,email", "copy of,email", "pragma x;email"})
  void namesOfColumnsMayBeWordsOfSql(String header) throws Exception {
    char delimiter = header.charAt(header.length() - "email".length() - 1);
    String name = header.substring(0, header.indexOf(delimiter));

    Run run = run(header + "\n1" + delimiter + "a@example.org\n", "--map", name + "=-");

    assertThat(run.status()).as(run.err()).isZero();
  }

  @Test
  void archivesAndOldWorkbooksAreNamed() throws Exception {
    assertThat(run(zip("users.csv", "email\na@b.cd\n")).err()).contains("is a zip archive: unpack");
    assertThat(
            run(
                    zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                    "--format",
                    "csv")
                .err())
        .contains("OpenDocument spreadsheet (.ods): open it, and save it as .xlsx or CSV");
    byte[] ole2 = new byte[2000];
    byte[] magic = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1".getBytes(ISO_8859_1);
    System.arraycopy(magic, 0, ole2, 0, magic.length);
    assertThat(run(ole2).err()).contains("old Office program, such as .xls");
    byte[] name = "EncryptedPackage".getBytes(Charset.forName("UTF-16LE"));
    System.arraycopy(name, 0, ole2, 1000, name.length);
    assertThat(run(ole2).err()).contains("is a workbook with a password");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `\0\5\26\7\0\2\0\0Mac OS X`            @ without ._ before it
          `\0\1\0\0Standard Jet DB\0`             @ is an Access database
          `\11\10\20\0\0\6\5\0`                  @ old Office program, such as .xls
          `Salted__12345678`                     @ is encrypted with openssl
          `b0VIM 8.2\0\0`                        @ is a swap file
          """)
  void otherBinaryFilesAreNamed(String text, String words) throws Exception {
    Run run = run(text.getBytes(ISO_8859_1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("file ", words).doesNotContain("looks like");
  }

  @Test
  void documentsOfOtherProgramsInAZipAreNamed() throws Exception {
    assertThat(run(zip("Index/Document.iwa", "x")).err()).contains("document of Apple's Numbers");
    assertThat(run(zip("xl/workbook.bin", "x")).err()).contains("is a binary workbook (.xlsb)");
  }

  @Test
  void theLockOfAWorkbookIsNoWorkbook() throws Exception {
    byte[] lock = new byte[165];
    lock[0] = 3;
    lock[55] = 3;

    assertThat(run(lock).err()).contains("without ~$ before it");
  }

  @Test
  void aFileThatWasCompressedTwiceIsToldSo() throws Exception {
    assertThat(run(gzip(gzip("email\n".getBytes(UTF_8)))).err())
        .contains("is compressed twice: expand it once");
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void bytesThatAreNoTextAreToldSo() throws Exception {
    byte[] some = new byte[3000];
    new Random(1).nextBytes(some);
    some[0] = 1;
    assertThat(run(some).err()).contains("The file is no text, but a binary file of some program");

    assertThat(run(new byte[3000]).err()).contains("The file has only NUL bytes: it was damaged");
    String table = "email,first_name\nann@example.org,Ann\n";
    assertThat(run(table + "\0".repeat(3000)).err())
        .contains("line 3", "only NUL bytes behind its text: it was damaged");
    assertThat(run(table + "\u001a").err()).doesNotContain("cut off");
  }

  private static byte[] zip(String name, String text) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.setMethod(ZipOutputStream.STORED);
      ZipEntry entry = new ZipEntry(name);
      byte[] bytes = text.getBytes(UTF_8);
      CRC32 crc = new CRC32();
      crc.update(bytes);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void aSyntaxErrorIsToldBeforeWhatTheDocumentIs() throws Exception {
    assertThat(run("{\"users\":[{\"localId\":\"1\",}]}").err())
        .contains("line 1, column 26 (byte 25): a comma is followed by }")
        .doesNotContain("Firebase");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `{"records":[ // all\n{}]}`              @ there is a comment
          `{"records":[{"a":NaN}]}`                @ NaN is no value of JSON: write null
          `{"records":[{"a":True}]}`               @ True is no value of JSON: write true
          `{"records":[{},]}`                      @ a comma is followed by ]
          `{"records":[{"a":1,}]}`                 @ a comma is followed by }
          `{"records":[{"a":'x'}]}`                @ JSON has only "
          `{"records":[{"a":1`                     @ the text ends in the middle
          `{"records":[{"a":1 "b":2}]}`            @ a comma or a closing bracket is missing
          `{"records":[{"a":x}]}`                  @ something that is no value of JSON
          `{"records":[{"a":tru}]}`                @ something that is no value of JSON
          `{"records":[{"a":007}]}`                @ a number begins with a zero
          `{"records":[{"a":+49}]}`                @ a number begins with +
          `{"records":[{"a":1.}]}`                 @ a number is not written as JSON writes it
          `{"records":[{"a":0x1F}]}`               @ a number is hexadecimal
          `{"records":[{"a":"\\u12g4"}]}`          @ \\u is not followed by four
          `{"records":[{a:1}]}`                    @ a name is not in double quotes
          `{"records":[{"a" 1}]}`                  @ a colon is missing
          `{"records":[{"a":1]}`                   @ a bracket is closed by one of the other kind
          `{"records":[]}]`                        @ a bracket is closed that was not opened
          `{"records":[\u0001]}`                   @ there is
          """)
  void syntaxErrorsAreToldInPlainWords(String text, String words) throws Exception {
    Run run = run(text, "--identifier", "email");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains(words, "line 1, column ")
        .doesNotContain("Feature", "ALLOW", "looks like", "expect", "token", "code ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n  \"email\": \"ann@example.org\",\n  \"name\": \"Ann\"\n}\n",
        "{\n  \"email\": \"ann@example.org\"\n}\n{\n  \"email\": \"bob@example.org\"\n}",
        "[{\"email\":\"ann@example.org\"},\n {\"email\":\"bob@example.org\"}]",
        "[\n  {\n    \"email\": \"ann@example.org\",\n    \"custom_attributes\": {}\n  }\n]\n"
      })
  void recordsThatSpanLinesAndArraysAreRead(String text) throws Exception {
    Run run = run(text, "--identifier", "email", "--json");

    assertThat(run.err() + run.out()).contains("\"status\":\"completed\"");
    assertThat(((Struct) run.document().get("summary")).get("inserted"))
        .isEqualTo(Value.of(text.split("example").length - 1));
  }

  @Test
  void recordsThatSpanLinesKeepTheirLines() throws Exception {
    String text = "{\n  \"email\": \"ann@example.org\"\n}\n\n{\n  \"email\": 5\n}\n";
    Run run = run(text, "--identifier", "email", "--json", "--rejects", "again.ndjson");

    assertThat(run.out())
        .contains("\"index\":1,\"line\":5,\"record\":{\"email\":5},\"outcome\":\"failed\"");
    assertThat(Files.readString(folder.resolve("again.ndjson")).lines()).hasSize(1);
    Run again = Run.of(folder, "import", "again.ndjson", "--identifier", "email");
    assertThat(again.out()).containsPattern("failed +1\n");
  }

  @Test
  void oneRecordIsToldToNeedAnIdentifier() throws Exception {
    assertThat(run("{\n  \"email\": \"ann@example.org\"\n}\n").err())
        .contains("use --identifier email, --identifier preferred_username or");
  }

  @Test
  void theFormatIsDoubtedOnlyWithoutMarks() throws Exception {
    assertThat(run("email,zzz\na@b.cd,1\n").err()).doesNotContain("looks like");
    assertThat(run("Dear reader\nhello\n").err()).contains("looks like csv");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, utf-16-le",
    "UTF-16BE, utf-16-be",
    "UTF-32LE, utf-32le",
    "UTF-32BE, utf-32be"
  })
  void wideEncodingsWithoutAMarkAreNamed(String charset, String name) throws Exception {
    byte[] text = "email,first_name\nann@example.org,Zo\u00eb\n".getBytes(Charset.forName(charset));

    assertThat(run(text).err()).contains("add --encoding " + name);
    assertThat(run(text, "--encoding", name).status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"UTF-32LE, utf-32le", "UTF-32BE, utf-32be"})
  void utf32IsNamedByItsMark(String charset, String name) throws Exception {
    byte[] text =
        "\uFEFFemail,first_name\nann@example.org,Ann\n".getBytes(Charset.forName(charset));

    Run refused = run(text);

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .contains("The file is " + name.toUpperCase(Locale.ROOT) + " by its byte order mark")
        .contains("add --encoding " + name);
    assertThat(run(text, "--encoding", name).status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "IBM437, Zoë Anaïs Noël, cp850 or cp437",
    "IBM850, Zoë, cp850 or cp437",
    "IBM437, Möller Jörg Böhm, cp850 or cp437",
    "ISO-8859-2, Żaneta Michał Świąć Wiśniewski, iso-8859-2",
    "ISO-8859-2, Michał Paweł Bęben, windows-1250 or iso-8859-2",
    "windows-1250, Ľuboš Šťastný Žižka, windows-1250",
    "IBM866, Иван Петров Светлана, cp866",
    "KOI8-R, Иван Петров Светлана, koi8-r"
  })
  void encodingsThatFitEquallyWellAreAllNamed(String charset, String names, String guess)
      throws Exception {
    byte[] text =
        ("email,first_name\nann@example.org," + names + "\n").getBytes(Charset.forName(charset));

    assertThat(run(text).err())
        .containsAnyOf(
            "looks more like " + guess + ", which is a guess",
            "seems to be " + guess + ", which is a guess");
  }

  @ParameterizedTest
  @CsvSource({
    "x-MacRoman, Zoë José Müller Çağ, mac-roman",
    "windows-1251, Иван Петров Светлана, windows-1251",
    "Shift_JIS, 田中 太郎 さくら, shift_jis",
    "IBM850, Zoë José Müller, cp850",
    "windows-1250, Łukasz Wiśniewski Żaneta Kowalczyk Świąć Paweł, windows-1250",
  })
  void otherEncodingsAreGuessed(String charset, String names, String guess) throws Exception {
    byte[] text =
        ("email,first_name\nann@example.org," + names + "\n").getBytes(Charset.forName(charset));

    assertThat(run(text).err()).contains("--encoding " + guess);
    assertThat(run(text, "--encoding", guess).err()).doesNotContain("warning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Zoë José Müller", "Françoise Noël-D’Été", "Ærøskøbing ÅSA", "Peña", "€uro"})
  void windows1252IsReadInSilence(String names) throws Exception {
    byte[] text =
        ("email,first_name\nann@example.org," + names + "\n")
            .getBytes(Charset.forName("windows-1252"));
    Run run = run(text, "--json");

    assertThat(run.err()).doesNotContain("warning");
    assertThat(run.out()).contains("\"input\":{\"format\":\"csv\",\"encoding\":\"windows-1252\"}");
  }

  @Test
  void utf16ThatEndsInTheMiddleOfACharacterIsCutOff() throws Exception {
    byte[] text = "\uFEFFemail,first_name\nann@example.org,Ann\n".getBytes(UTF_16LE);

    assertThat(run(Arrays.copyOf(text, text.length - 1)).err())
        .contains(
            "The file is cut off: at byte 75, on line 2, it ends in the middle of a character");
  }

  @Test
  void anArrayOfRecordsIsToldWhichIdentifierItHas() throws Exception {
    Run run = run("[{\"preferred_username\":\"a\",\"name\":\"A\"}]".getBytes(UTF_8));
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("add --identifier preferred_username");
  }

  @Test
  void aBadByteInUtf8IsToldWithItsPlace() throws Exception {
    byte[] text =
        "email,first_name\nann@example.org,Zo\u00c3\u00ab\nbob@example.org,\u00eb\n"
            .getBytes(ISO_8859_1);
    Run run = run(text, "--json");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .contains("Byte 54, on line 3, is not valid UTF-8, so the file was read as windows-1252");
    assertThat(run.out()).contains("\"warnings\":[{\"message\":\"Byte 54");
    byte[] cut = "email,first_name\nann@example.org,Zo\u00c3".getBytes(ISO_8859_1);
    assertThat(run(cut).err()).contains("Byte 35, on line 2, is not valid UTF-8, so");
  }

  @Test
  void aByteOrderMarkMayBeThereTwice() throws Exception {
    assertThat(run("\uFEFF\uFEFFemail,first_name\nann@example.org,Ann\n").status()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-- a comment\nINSERT INTO users VALUES (1);", "# a\ndn: uid=ann\n"})
  void theyMayBeginWithManyComments(String text) throws Exception {
    String comment = text.substring(0, text.indexOf('\n') + 1);

    Run run = run(comment.repeat(5000) + text);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).containsAnyOf("is an SQL dump", "is LDIF");
  }
}
