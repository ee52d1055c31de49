package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.value.Struct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {

  private static final int RECORDS = 9000;

  /** Somebody who presses Ctrl-C as soon as anybody listens. */
  private static final Interrupts AT_ONCE =
      ask -> {
        assertThat(ask.getAsBoolean()).as("nothing was begun yet").isFalse();
        return () -> {};
      };

  @TempDir Path folder;

  @BeforeEach
  void writeInput() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      lines.add("{\"email\":\"user" + i + "@example.com\"}");
    }
    Files.write(folder.resolve("users.ndjson"), lines);
  }

  private Run interrupted(String... arguments) {
    return Run.in(folder, new byte[0], Map.of(), AT_ONCE, arguments);
  }

  @Test
  void anInterruptedImportSaysWhatIsDoneAndHowToGoOn() {
    Run run = interrupted("import", "users.ndjson", "--identifier", "email");

    assertThat(run.status()).isEqualTo(130);
    assertThat(run.err())
        .contains("0 of 9,000 records of import imp_")
        .contains("are done and stay. Resume it with: muster imports resume imp_");
    assertThat(Run.of(folder, "imports", "list").out()).contains("interrupted");
  }

  @Test
  void aResumedImportEndsLikeAnUndisturbedOne() {
    Run broken = interrupted("import", "users.ndjson", "--identifier", "email", "--json");
    assertThat(broken.document().text("status")).isEqualTo("interrupted");
    String id = String.valueOf(broken.document().text("id"));

    Run run = Run.of(folder, "imports", "resume", id, "--json", "--details", "none");

    assertThat(run.status()).isZero();
    assertThat(run.document().text("id")).isEqualTo(id);
    assertThat(((Struct) run.document().get("summary")).get("inserted"))
        .isEqualTo(new dev.muster.value.Value.Num("9000"));
    assertThat(Run.of(folder, "imports", "resume", id).err()).contains("is finished");
  }

  @Test
  void theSameImportAgainHintsAtTheUnfinishedOneOrTakesItUp() {
    String[] words = {"import", "users.ndjson", "--identifier", "email"};
    assertThat(interrupted(words).status()).isEqualTo(130);

    Run resumed = Run.of(folder, words[0], words[1], words[2], words[3], "--resume");
    assertThat(resumed.status()).isZero();
    assertThat(Run.of(folder, "imports", "list").out().lines()).hasSize(2);

    assertThat(interrupted(words).status()).isEqualTo(130);
    assertThat(Run.of(folder, words).err()).contains("is not finished").contains("--resume");
  }

  @Test
  void whoImportedStandardInputMustGiveItAgain() {
    byte[] input = "{\"email\":\"a@example.com\"}\n".getBytes(UTF_8);

    Run run =
        Run.in(
            folder,
            input,
            Map.of(),
            AT_ONCE,
            "import",
            "--identifier=email",
            "--upsert",
            "--db=sqlite:my users.db");

    Matcher command = Pattern.compile("muster import - --resume (.*)").matcher(run.err());
    assertThat(command.find()).isTrue();
    assertThat(command.group(1))
        .contains("--format authgear-lines --realm default --identifier email --upsert")
        .contains("--db 'sqlite:" + folder.resolve("my users.db").toAbsolutePath() + "'");
  }

  @Test
  void theCommandThatResumesHasTheOptionsOfTheFormat() {
    byte[] input = "username key,_role_name\nada,cook\n".getBytes(UTF_8);

    Run run = Run.in(folder, input, Map.of(), AT_ONCE, "import", "--create-roles");
    assertThat(run.err()).contains("import - --resume --format csv --realm default --create-roles");

    Run resumed =
        Run.with(folder, input, "import", "-", "--resume", "--format=csv", "--create-roles");
    assertThat(resumed.status()).isZero();
    assertThat(Run.of(folder, "imports", "list").out().lines()).hasSize(2);
    assertThat(Run.of(folder, "roles", "list").out()).isEqualTo("cook\n");
  }

  @Test
  void theCommandThatResumesHasTheOptionsAboutMissingUsers() {
    byte[] input = "username key\nada\n".getBytes(UTF_8);
    String[] words = {"import", "--missing", "disable", "--missing-among", "source=h r"};

    assertThat(Run.in(folder, input, Map.of(), AT_ONCE, words).err())
        .contains(" --missing disable --missing-limit 5% --missing-among 'source=h r'");
  }

  @Test
  void aMappingHasToBeGivenAgain() {
    byte[] input = "Login\nada\n".getBytes(UTF_8);

    assertThat(
            Run.in(folder, input, Map.of(), AT_ONCE, "import", "--map", "Login=username key").err())
        .contains("the same command again, with --resume and the same input");
  }

  @Test
  void aDryRunThatWasInterruptedHasWrittenNothing() {
    assertThat(interrupted("import", "users.ndjson", "--identifier", "email", "--dry-run").err())
        .contains("has written nothing");
  }

  @Test
  void anImportThatNobodyRunsCanBeCancelled() {
    assertThat(interrupted("import", "users.ndjson", "--identifier", "email").status())
        .isEqualTo(130);

    assertThat(Run.of(folder, "imports", "cancel", "imp").out())
        .contains("is cancelled after 0 of");
    assertThat(Run.of(folder, "imports", "list").out()).contains("cancelled");
    assertThat(Run.of(folder, "imports", "show", "imp").out()).contains("Cancelled: ");
    assertThat(Run.of(folder, "imports", "cancel", "imp").status()).isEqualTo(2);
    assertThat(Run.of(folder, "imports", "resume", "imp").status()).isEqualTo(2);
  }
}
