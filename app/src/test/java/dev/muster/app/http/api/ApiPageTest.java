package dev.muster.app.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.StoreKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of the API's page work, one after another. */
class ApiPageTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final Pattern CODE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void everyExampleIsAnsweredAsThePageSays(StoreKind kind) throws Exception {
    List<String> lines = examples();
    assertThat(lines).hasSizeGreaterThan(14);
    try (TestApi api = TestApi.start(kind, folder)) {
      Map<String, String> variables = new TreeMap<>();
      variables.put("MUSTER", "");
      variables.put("TOKEN", api.token());
      for (String line : lines) {
        CurlExample example = CurlExample.parse(line, variables, ROOT);
        TestApi.Answer answer =
            api.send(
                example.method(),
                "/" + example.url(),
                example.body(),
                example.headers().toArray(String[]::new));
        assertThat(answer.status()).as("%s%n%s", line, answer.body()).isEqualTo(example.status());
        if (line.contains("identifier=email")) {
          variables.put("ID", answer.text("id"));
        }
      }
    }
  }

  private static List<String> examples() throws Exception {
    List<String> lines = new ArrayList<>();
    Matcher code = CODE.matcher(Files.readString(ROOT.resolve("docs/reference/api.md")));
    while (code.find()) {
      code.group(1)
          .replaceAll("\\\\\n\\s*", "")
          .lines()
          .filter(line -> line.startsWith("curl "))
          .forEach(lines::add);
    }
    return lines;
  }
}
