package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which options bin/muster gives the JVM, shown by a java that prints its arguments. */
class LauncherFlagsTest {

  private static final Path SCRIPT = Path.of("").toAbsolutePath().getParent().resolve("bin/muster");
  private static final String[] SHORT_RUN = {
    "-XX:+UseParallelGC", "-XX:InlineSmallCode=500", "-XX:MaxInlineLevel=6"
  };

  @TempDir Path home;

  @BeforeEach
  void makeDistribution() throws IOException {
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    Files.createDirectories(home.resolve("java/bin"));
    Files.copy(SCRIPT, home.resolve("bin/muster"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createFile(home.resolve("lib/muster-app-1.jar"));
    Files.createFile(home.resolve("lib/sqlite-jdbc-1.jar"));
    Path java = home.resolve("java/bin/java");
    Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bin/muster", "./bin/muster", "/bin/muster"})
  void theProgramLearnsHowItWasCalled(String typed) throws Exception {
    String called = typed.startsWith("/") ? home + typed : typed;
    assertThat(name(called, "")).isEqualTo(called);
  }

  @Test
  void whatIsOnThePathIsCalledByItsName() throws Exception {
    assertThat(name("muster", home.resolve("bin") + ":")).isEqualTo("muster");
  }

  @Test
  void aLinkIsCalledAsItIsTyped() throws Exception {
    Files.createSymbolicLink(home.resolve("m"), home.resolve("bin/muster"));
    assertThat(name("./m", "")).isEqualTo("./m");
  }

  private String name(String typed, String path) throws Exception {
    Files.writeString(
        home.resolve("java/bin/java"), "#!/bin/sh\nprintf '%s' \"$MUSTER_COMMAND\"\n");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", typed + " version");
    builder.directory(home.toFile());
    builder.environment().put("JAVA_HOME", home.resolve("java").toString());
    builder.environment().put("PATH", path + System.getenv("PATH"));
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed;
  }

  private List<String> flags(Map<String, String> environment, String words) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/muster").toString()));
    command.addAll(List.of(words.split(" ")));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.contains("JAVA") || name.contains("MUSTER"));
    builder.environment().put("JAVA_HOME", home.resolve("java").toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    List<String> printed =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor()).isZero();
    assertThat(printed).contains("dev.muster.app.Main").endsWith(words.split(" "));
    return printed;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import users.csv",
        "import worker",
        "--db worker import x.csv",
        "--config serve users list",
        "--db=worker users list",
        "--help"
      })
  void aShortCommandIsSetUpForSeconds(String words) throws Exception {
    assertThat(flags(Map.of(), words)).contains(SHORT_RUN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "worker",
        "worker --imports 2",
        "serve --port 8420",
        "--db sqlite:x.db serve",
        "--no-color --config=x.yml --db import worker"
      })
  void aCommandThatRunsForDaysHasTheSameButNoYoungGenerationOfItsOwn(String words)
      throws Exception {
    assertThat(flags(Map.of(), words))
        .contains(SHORT_RUN)
        .noneMatch(flag -> flag.startsWith("-Xmn"));
  }

  @Test
  void aLimitedHeapHasNoYoungGenerationOfItsOwn() throws Exception {
    assertThat(flags(Map.of("MUSTER_HEAP", "256m"), "import users.csv"))
        .contains("-Xmx256m")
        .noneMatch(flag -> flag.startsWith("-Xmn"));
    assertThat(flags(Map.of("JAVA_OPTS", "-Xmn64m"), "import users.csv"))
        .contains("-Xmn64m")
        .doesNotContain("-Xmn256m");
  }

  @Test
  void whatSomebodyChoseIsNotChosenAgain() throws Exception {
    Map<String, String> chosen =
        Map.of("MUSTER_JAVA_OPTS", "-XX:+UseSerialGC -XX:MaxInlineLevel=9", "MUSTER_HEAP", "1g");

    assertThat(flags(chosen, "import users.csv"))
        .contains("-XX:+UseSerialGC", "-XX:MaxInlineLevel=9", "-Xmx1g")
        .doesNotContain("-Xmn256m")
        .doesNotContain(SHORT_RUN);
    assertThat(flags(chosen, "worker")).contains("-XX:+UseSerialGC", "-Xmx1g");
  }
}
