package dev.muster.app.upload.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.json.JsonParser;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonBeginningTest {

  private static final int LARGE = 20_000;

  /** Texts that would be read too far fail the test. */
  private static final class Unread extends InputStream {

    @Override
    public int read() throws IOException {
      throw new IOException("the rest was read");
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return read();
    }
  }

  private static String cut(String text, boolean inSections) throws Exception {
    InputStream whole =
        new SequenceInputStream(new ByteArrayInputStream(text.getBytes(UTF_8)), new Unread());
    Optional<byte[]> cut = JsonBeginning.of(whole, inSections);
    return new String(cut.orElseThrow(), UTF_8);
  }

  private static Value parsed(String text) throws Exception {
    return new JsonParser(20, 1 << 22).parse(text);
  }

  private static String record(int i) {
    return "{\"n\": " + i + ", \"s\": \"a \\\" ] } \\\\\", \"l\": [{\"x\": []}]}";
  }

  private static String records(int from, int to, String between) {
    return IntStream.range(from, to)
        .mapToObj(JsonBeginningTest::record)
        .collect(Collectors.joining(between));
  }

  private static void assertRecords(Value value) {
    Value.Array array = (Value.Array) value;
    assertThat(array.items()).hasSizeBetween(1000, LARGE - 1);
    for (int i = 0; i < array.items().size(); i++) {
      Struct record = (Struct) array.items().get(i);
      assertThat(record.get("n")).isEqualTo(Value.of(i));
      assertThat(record.names()).containsExactly("n", "s", "l");
    }
  }

  @Test
  void anArrayIsCutBehindARecord() throws Exception {
    assertRecords(parsed(cut("[" + records(0, LARGE, ",\n") + "]", false)));
  }

  @Test
  void linesAreCutBehindARecord() throws Exception {
    String cut = cut(records(0, LARGE, "\n"), false);
    assertRecords(parsed("[" + cut.replace("\n", ",") + "]"));
  }

  @Test
  void aDocumentWithSectionsIsClosed() throws Exception {
    String text = "{\"a\": {\"b\": 1}, \"records\": [" + records(0, LARGE, ",") + "]}";
    Struct document = (Struct) parsed(cut(text, true));
    assertThat(document.get("a")).isEqualTo(Struct.of("b", Value.of(1)));
    assertRecords(document.get("records"));
  }

  @Test
  void aShortTextComesBackAsItIs() throws Exception {
    for (String text : new String[] {"", "[]", "[{\"a\": 1}]", "{\"a\"", "no JSON"}) {
      Optional<byte[]> cut =
          JsonBeginning.of(new ByteArrayInputStream(text.getBytes(UTF_8)), false);
      assertThat(cut).contains(text.getBytes(UTF_8));
    }
  }

  /** A line with an open quote does not hide the records behind it. */
  @Test
  void aBrokenLineIsPassedOver() throws Exception {
    String cut = cut("{\"broken\n" + records(0, LARGE, "\n").replaceFirst("^", "}"), false);
    assertThat(cut).startsWith("{\"broken\n}{\"n\": 0").endsWith("}");
  }

  @Test
  void aRecordThatDoesNotEndIsNoBeginning() throws Exception {
    String text = "[{\"s\": \"" + "x".repeat(9_000_000) + "\"}]";
    assertThat(JsonBeginning.of(new ByteArrayInputStream(text.getBytes(UTF_8)), false)).isEmpty();
  }
}
