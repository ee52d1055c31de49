package dev.muster.app.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.format.Inputs;
import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.RejectWriter;
import dev.muster.app.format.SurveyedInput;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRejectWriterTest {

  private static final String CHARACTERS = "ab ,;|\t\"'\r\n\\#=é\u00a0€漢\uFEFFz";

  /** The file of rejects if every record is one. */
  private static String rejects(SurveyedInput input, String reason) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (RecordReader reader = input.open();
        RejectWriter writer = input.rejects(out)) {
      for (RecordBatch batch = reader.next(2); batch.size() > 0; batch = reader.next(2)) {
        for (int i = 0; i < batch.size(); i++) {
          writer.write(batch.source(i), reason);
        }
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void writesTheReasonAndTheRowAsItWas() throws Exception {
    SurveyedInput input =
        Inputs.survey(
            """
            "email  key";first_name no-update;phone\r
             a@example.com ;"=cmd|' /C calc'!A0";1\r
            b\r
            c;"x;""y";3;surplus\r
            """);

    assertThat(rejects(input, "Bad; very bad."))
        .isEqualTo(
            """
            @reject-reason;email  key;first_name no-update;phone\r
            "Bad; very bad."; a@example.com ;=cmd|' /C calc'!A0;1\r
            "Bad; very bad.";b\r
            "Bad; very bad.";c;"x;""y";3;surplus\r
            """);
  }

  @Test
  void replacesTheReasonsOfAnEarlierImport() throws Exception {
    SurveyedInput input = Inputs.survey("email,@reject-reason,phone\na,old,1\nb\n");

    assertThat(rejects(input, "new")).isEqualTo("@reject-reason,email,phone\nnew,a,1\nnew,b\n");
  }

  @Test
  void givesTheSameRejectsWhenItsOwnAreRejectedAgain() throws Exception {
    String once = rejects(Inputs.survey("email,phone\na,1\n\n\"b\nb\"\n"), "why");

    assertThat(rejects(Inputs.survey(once), "why")).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void keepsEveryTextInBothDirections(long seed) throws Exception {
    Random random = new Random(seed);
    StringBuilder table = new StringBuilder("email,first_name\n");
    for (int i = 0; i < 200; i++) {
      table.append("a,\"").append(anyCell(random).replace("\"", "\"\"")).append("\"\n");
    }
    SurveyedInput input = Inputs.survey(table.toString());
    SurveyedInput again = Inputs.survey(rejects(input, "why"));

    assertThat(again.recordCount()).isEqualTo(input.recordCount()).isEqualTo(200);
    assertThat(Inputs.column(again, "first_name")).isEqualTo(Inputs.column(input, "first_name"));
    try (RecordReader reader = input.open();
        RecordReader reread = again.open()) {
      RecordBatch before = reader.next(200);
      RecordBatch after = reread.next(200);
      for (int i = 0; i < 200; i++) {
        assertThat(text(after.source(i)))
            .isEqualTo(text(before.source(i)).replaceFirst("\\[", "[\"why\","));
      }
    }
  }

  private static String text(byte[] source) {
    return new String(source, StandardCharsets.UTF_8);
  }

  private static String anyCell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(12); i > 0; i--) {
      cell.appendCodePoint(CHARACTERS.codePointAt(random.nextInt(CHARACTERS.length() - 1)));
    }
    return cell.toString();
  }
}
