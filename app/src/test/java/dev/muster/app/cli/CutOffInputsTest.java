package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that end too early are told to be cut off, after which record, and what to do. */
class CutOffInputsTest {

  private static final String REMEDY = "compare its size";

  @TempDir private Path folder;

  private Run run(byte[] bytes, String... arguments) throws Exception {
    Files.write(folder.resolve("file"), bytes);
    String[] all = new String[arguments.length + 2];
    all[0] = "import";
    all[1] = "file";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return Run.of(folder, all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '`',
      textBlock =
          """
          `{"identifier":"email","records":[{"email":"a#b.cd"},{"email":"c#d.`  @ after record 1
          `{"records":[{"email":"a#b.`   @ before its first record ends
          `{"identifier":"email","records":[{"email":"a#b.cd"},`       @ after record 1
          `[{"email":"a#b.cd"},{"email":"c#d.cd"},{"ema`               @ after record 2
          `{"users":{"ann":{"password":"x"},"bob":{"pass`              @ after record 1
          `email,first_name\na#b.cd,Ann\nc#d.ef,"Bo\nb`                @ after row 2
          """)
  void textsAreToldWithTheLastRecord(String text, String words) throws Exception {
    Run run = run(text.replace('#', '@').getBytes(UTF_8));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("cut off " + words, REMEDY);
  }

  @Test
  void theLastLineOfRecordsMayBeCutOff() throws Exception {
    String lines = "{\"email\":\"ann@example.org\"}\n{\"email\":\"bob@exa";

    Run run = run(lines.getBytes(UTF_8), "--identifier", "email");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("the file may be cut off", REMEDY, "line 2");
    Run whole = run((lines + "\n").getBytes(UTF_8), "--identifier", "email");
    assertThat(whole.out()).doesNotContain("the file may be cut off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email,first_name,last_name\na@b.cd,Ann,Bell\nc@d.ef,Bob",
        "email,first_name,last_name\r\na@b.cd,Ann,Bell\r\nc@d.ef",
        "email;first_name;last_name\na@b.cd; \"Ann\" ;Bell\nc@d.ef;Bob",
        "email\tfirst_name\tlast_name\n\"a@b.cd\"\t\"A\nnn\"\tBell\nc@d.ef",
        "\ufeffemail,first_name,last_name\na@b.cd,Ann,Bell\nc@d.ef,"
      })
  void aTableMayBeCutOffOutsideOfQuotes(String text) throws Exception {
    Run run = run(text.getBytes(UTF_8));

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err())
        .contains(
            "warning: The last row has ",
            " of 3, and no line end: the file seems to be cut off after row 2.",
            REMEDY);
    assertThat(run(text.getBytes(UTF_8), "--json").out()).contains("seems to be cut off");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "email,first_name,last_name\na@b.cd,Ann,Bell\nc@d.ef,Bob\n",
        "email,first_name,last_name\na@b.cd,Ann,Bell\nc@d.ef,Bob\r",
        "email,first_name,last_name\na@b.cd,Ann,Bell\nc@d.ef,Bob,Bell",
        "email,first_name,last_name\na@b.cd\nc@d.ef",
        "email,first_name,last_name\na@b.cd,Ann,Bell\nc@d.ef,Bob\n\n",
        "email,first_name,last_name"
      })
  void otherTablesAreNotToldToBeCutOff(String text) throws Exception {
    assertThat(run(text.getBytes(UTF_8)).err()).doesNotContain("cut off");
  }

  @Test
  void aTextMayEndWithinACharacter() throws Exception {
    byte[] json = "[{\"email\":\"ann@example.org\",\"name\":\"Zo\u00eb".getBytes(UTF_8);
    assertThat(run(Arrays.copyOf(json, json.length - 1)).err())
        .contains("The file is cut off: at byte ", "in the middle of a character", REMEDY);
    byte[] table = "email,first_name\nann@example.org,Zo\u00eb".getBytes(UTF_8);
    assertThat(run(Arrays.copyOf(table, table.length - 1)).err())
        .contains("ends in the middle of a character, so it seems to be cut off");
  }

  /** Many records that hardly can be compressed. */
  private static String table() {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("email,first_name\n");
    for (int i = 0; i < 20_000; i++) {
      text.append('u').append(random.nextLong()).append("@example.org,Ann\n");
    }
    return text.toString();
  }

  @Test
  void compressedFilesAreTold() throws Exception {
    byte[] table = table().getBytes(UTF_8);
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
      out.write(table);
    }
    for (byte[] whole : new byte[][] {gzip.toByteArray(), Zstd.compress(table)}) {
      Run run = run(Arrays.copyOf(whole, whole.length * 3 / 4));

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.err())
          .containsPattern("the compressed file is cut off after record [1-9][0-9]{2,}")
          .contains(REMEDY);
    }
  }
}
