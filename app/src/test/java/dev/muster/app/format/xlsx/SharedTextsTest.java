package dev.muster.app.format.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

  private static SharedTexts of(String items) throws Exception {
    XMLStreamReader in =
        XMLInputFactory.newDefaultFactory()
            .createXMLStreamReader(new StringReader("<sst>" + items + "</sst>"));
    return SharedTexts.of(in, 1000);
  }

  @Test
  void readsRunsAndEscapesAndNoPhonetics() throws Exception {
    try (SharedTexts texts =
        of(
            "<si><t>a &amp; b</t></si>"
                + "<si><r><t>Zo</t></r><r><rPr/><t xml:space='preserve'>\u00eb </t></r></si>"
                + "<si><t/></si><si/><si><t>\u7530\u4e2d</t><rPh><t>\u305f</t></rPh></si>"
                + "<si><t>x_x000D_y</t></si>")) {
      assertThat(texts.size()).isEqualTo(6);
      assertThat(texts.get(0)).isEqualTo("a & b");
      assertThat(texts.get(1)).isEqualTo("Zo\u00eb ");
      assertThat(texts.get(2)).isEmpty();
      assertThat(texts.get(3)).isEmpty();
      assertThat(texts.get(4)).isEqualTo("\u7530\u4e2d");
      assertThat(texts.get(5)).isEqualTo("x\ry");
    }
  }

  @Test
  void keepsTextsBeyondMemoryInAFile() throws Exception {
    StringBuilder items = new StringBuilder();
    int count = 70_000;
    for (int i = 0; i < count; i++) {
      items.append("<si><t>").append(i).append("-").append("x".repeat(500)).append("</t></si>");
    }
    try (SharedTexts texts = of(items.toString())) {
      Random random = new Random(7);
      for (int i = 0; i < 2000; i++) {
        int index = i < 10 ? count - 1 - i : random.nextInt(count);
        assertThat(texts.get(index)).isEqualTo(index + "-" + "x".repeat(500));
      }
    }
  }

  @Test
  void cutsLongTexts() throws Exception {
    String letters = "<si><t>" + "a&amp;".repeat(3000) + "</t></si>";
    String runs = "<si>" + ("<r><t>" + "b".repeat(400) + "</t></r>").repeat(5) + "</si>";
    try (SharedTexts texts = of(letters + runs + "<si><t>c</t></si>")) {
      assertThat(texts.get(0)).hasSize(1000).startsWith("a&a&");
      assertThat(texts.get(1)).isEqualTo("b".repeat(1000));
      assertThat(texts.get(2)).isEqualTo("c");
    }
  }

  @Test
  void findsTextsOfEverySize() throws Exception {
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      items.append("<si><t>").append("\u00eb".repeat(i)).append("</t></si>");
    }
    try (SharedTexts texts = of(items + "<si/>".repeat(100_000) + "<si><t>end</t></si>")) {
      for (int i = 0; i < 900; i++) {
        assertThat(texts.get(i)).isEqualTo("\u00eb".repeat(i));
      }
      assertThat(texts.size()).isEqualTo(100_901);
      assertThat(texts.get(50_000)).isEmpty();
      assertThat(texts.get(100_900)).isEqualTo("end");
    }
  }
}
