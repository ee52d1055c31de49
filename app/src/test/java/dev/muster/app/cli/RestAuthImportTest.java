package dev.muster.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.cli.session.Interrupts;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the conformance cases leave out of {@code restauth-import} and {@code --format restauth}.
 */
class RestAuthImportTest {

  @TempDir private Path folder;

  @Test
  void aBadPropertyIsNoticedAfterAllPasswords() throws IOException {
    write(
        """
        {"groups": {"g": {}},
         "users": {"ann": {"password": "a", "properties": {"last login": "never"}},
                   "bob": {"password": "b"}}}""");

    Run run = restAuth("in.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines())
        .containsExactly(
            "Users:",
            "* ann: Set password from input data.",
            "* bob: Set password from input data.");
    assertThat(run.err().lines())
        .containsExactly(
            "An error occured, rolling back transaction:",
            "ValueError: user ann, line 2: \"last login\" must be UNIX time or YYYY-MM-DD"
                + " HH:MM:SS");
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void standardErrorSaysWhyAHashWasNotTaken() throws IOException {
    String document =
        """
        {"services": {"wiki": {"password": {"algorithm": "bcrypt", "hash": "$2b$10$short"}}},
         "users": {"ann": {"password": {"algorithm": "sha512_crypt", "hash": "$6$abcdefgh$short"}},
                   "bob": {"password": {"algorithm": "bcrypt",
                     "hash": "$2a$20$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"}},
                   "cid": {"password": {"algorithm": "nobody", "hash": "x"}},
                   "dan": {"password": {"algorithm": "firebase-scrypt", "hash": "damaged"}}}}""";
    write(document);

    Run run = restAuth("in.json");

    assertThat(run.status()).isZero();
    assertThat(run.out().lines())
        .containsExactly(
            "Services:",
            "* wiki: Hash of type \"bcrypt\" is not supported, skipping.",
            "Users:",
            "* ann: Hash of type \"sha512_crypt\" is not supported, skipping.",
            "* bob: Hash of type \"bcrypt\" is not supported, skipping.",
            "* cid: Hash of type \"nobody\" is not supported, skipping.",
            "* dan: Hash of type \"firebase-scrypt\" is not supported, skipping.");
    assertThat(run.err().lines())
        .containsExactly(
            "restauth-import: the hash of service wiki, line 1, was not taken: Invalid format for"
                + " bcrypt hash: the part after the last $ has 5 characters, and must have 53",
            "restauth-import: the hash of user ann, line 2, was not taken: not a sound sha512-crypt"
                + " hash: the part after the last $ has 5 characters, and must have 86",
            "restauth-import: the hash of user bob, line 3, was not taken: bcrypt cost must be from"
                + " 4 to 16",
            "restauth-import: the hash of user dan, line 6, was not taken: not a sound"
                + " firebase-scrypt hash: it has no $, and the example in docs/hashes.md has 6");

    write(document.replace("\"dan\": {", "\"dan\": {\"properties\": 1, "));
    assertThat(restAuth("--overwrite-passwords", "in.json").err().lines())
        .hasSize(2)
        .first()
        .isEqualTo("An error occured, rolling back transaction:");
  }

  @Test
  void standardErrorSaysWhatWasMeantAndWhatIsWrongWithARecipe() throws IOException {
    write(
        """
        {"users": {
          "ann": {"password": {"algorithm": "bcyrpt", "hash": "x"}},
          "bob": {"password": {"algorithm": "SHA512-CRYPT", "hash": "x"}},
          "cid": {"password": {"algorithm": "md5_crypt",
            "hash": "$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"}},
          "dan": {"password": {"algorithm": "sha256_crypt",
            "hash": "{bcrypt}$2a$05$abcdefghijklmnopqrstuuFiPhXf1sVd3pCCRO.uVh34H/qI/ZsuS"}},
          "eve": {"password": {"algorithm": "hex(sha265(password))", "hash": "x"}},
          "fay": {"password": {"algorithm": "sha256(salt + password", "hash": "x"}},
          "gil": {"password": {"algorithm": "sha256(salt + password)", "hash": "x"}},
          "hal": {"password": {"algorithm": "django", "hash": "pbkdf_sha256$1$a$b"}}}}""");

    Run run = restAuth("in.json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("* eve: Hash of type \"recipe\" is not supported, skipping.");
    assertThat(run.err().lines().map(line -> line.replace("restauth-import: the hash of ", "")))
        .containsExactly(
            "user ann, line 2, was not taken: there is no such algorithm; did you mean"
                + " \"bcrypt\"?",
            "user bob, line 3, was not taken: there is no such algorithm; did you mean"
                + " \"sha512_crypt\"?",
            "user cid, line 4, was not taken: it is a hash of the form bcrypt: write"
                + " \"algorithm\": \"bcrypt\"",
            "user dan, line 6, was not taken: it is a hash of the form spring-id: write"
                + " \"algorithm\": \"spring-id\"",
            "user eve, line 8, was not taken: \"algorithm\" is not a sound recipe. Character 5:"
                + " there is no such function; docs/hashes.md has them all. Did you mean sha256?",
            "user fay, line 9, was not taken: \"algorithm\" is not a sound recipe. Character 23:"
                + " expected ).",
            "user gil, line 10, was not taken: the recipe has a salt: write SALT$HASH",
            "user hal, line 11, was not taken: it has no form that Django or RestAuth stores");
  }

  /** Their names are all that is wrong, and standard output has them. */
  @Test
  void standardErrorIsSilentAboutAlgorithmsThatRestAuthDoesNotSupport() throws IOException {
    for (String algorithm : List.of("postgres_md5", "oracle10", "msdcc", "msdcc2", "whirlpool")) {
      write(
          """
          {"services": {"wiki": {"password": {"algorithm": "%1$s", "hash": "x"}}},
           "users": {"ann": {"password": {"algorithm": "%1$s", "hash": "x"}}}}"""
              .formatted(algorithm));

      Run run = restAuth("--overwrite-passwords", "in.json");

      assertThat(run.status()).isZero();
      assertThat(run.err()).as(algorithm).isEmpty();
      assertThat(run.out())
          .contains("* wiki: Hash of type \"" + algorithm + "\" is not supported, skipping.")
          .contains("* ann: Hash of type \"" + algorithm + "\" is not supported, skipping.");
    }
  }

  @Test
  void anErrorThatUndoesEverythingNamesItsEntry() throws IOException {
    Run.file(folder, "muster.yml", "passwords: {peppers: {site: hush-hush-hush}}");
    write(
        """
        {"users": {"ann": {},
          "bob": {"password": {
            "algorithm": "sha256(password + pepper(\\"sita\\"))", "hash": "%s"}}}}"""
            .formatted("00".repeat(32)));

    Run run = restAuth("in.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err().lines())
        .containsExactly(
            "An error occured, rolling back transaction:",
            "ValueError: user bob, line 2: The recipe needs the pepper \"sita\", which"
                + " passwords.peppers in muster.yml does not have.");

    write("{\"services\": {\"wiki\": {\"password\": {\"hash\": \"x\"}}}}");
    assertThat(restAuth("in.json").err())
        .endsWith(
            "TypeError: service wiki, line 1: a password object has the texts \"algorithm\" and"
                + " \"hash\", and nothing else\n");
  }

  @Test
  void aUserWithABadPropertyIsNewOrOldAsItWasAtItsTurn() throws IOException {
    write("{\"users\": {\"old\": {}}}");
    restAuth("in.json");
    write(
        """
        {"users": {"old": {"password": "a", "properties": {"last login": "never"}},
                   "new": {"password": "b", "properties": {"last login": "never"}},
                   "later": {"password": "c", "properties": {"last login": "never"}},
                   "LATER": {"password": "d"},
                   "before": {"password": "e"},
                   "BEFORE": {"password": "f", "properties": {"last login": "never"}}}}""");

    assertThat(restAuth("in.json").out().lines())
        .containsExactly(
            "Users:",
            "* new: Set password from input data.",
            "* later: Set password from input data.",
            "* later: Set password from input data.",
            "* before: Set password from input data.");
    assertThat(restAuth("--overwrite-passwords", "in.json").out().lines())
        .containsExactly(
            "Users:",
            "* old: Set password from input data.",
            "* new: Set password from input data.",
            "* later: Set password from input data.",
            "* later: Set password from input data.",
            "* before: Set password from input data.",
            "* before: Set password from input data.");
  }

  @Test
  void aBadPasswordIsNoticedBeforeAnEarlierBadProperty() throws IOException {
    write(
        """
        {"users": {"ann": {"properties": {"last login": "never"}}, "bob": {"password": 1},
                   "eve": {"password": "e"}}}""");

    Run run = restAuth("in.json");

    assertThat(run.out().lines()).containsExactly("Users:");
    assertThat(run.err()).endsWith("TypeError: password is of type int.\n");
  }

  @Test
  void linesAboutPropertiesComeAfterAllUsers() throws IOException {
    write("{\"users\": {\"ann\": {\"properties\": {\"k\": \"1\"}}}}");
    restAuth("in.json");
    write(
        """
        {"users": {"ann": {"properties": {"k": "2", "l": "3"}}, "bob": {"password": "b"}},
         "groups": {"g": {"users": ["ann"]}}}""");

    Run run = restAuth("in.json");

    assertThat(run.out().lines())
        .containsExactly(
            "Users:",
            "* bob: Set password from input data.",
            "ann: Property \"k\" already exists.",
            "Groups:",
            "* g: created.");
  }

  @Test
  void anUnknownMemberAndAnUnknownSubgroupUndoEverything() throws IOException {
    write("{\"users\": {\"ann\": {}}, \"groups\": {\"g\": {\"users\": [\"ann\", \"zoe\"]}}}");
    Run member = restAuth("in.json");
    assertThat(member.status()).isEqualTo(1);
    assertThat(member.out()).isEqualTo("Users:\nGroups:\n* g: created.\n");
    assertThat(member.err()).contains("\nUserNotFound: ").contains("zoe");

    write("{\"groups\": {\"g\": {\"subgroups\": [{\"name\": \"h\"}]}, \"i\": {}}}");
    Run subgroup = restAuth("in.json");
    assertThat(subgroup.status()).isEqualTo(1);
    assertThat(subgroup.out()).isEqualTo("Groups:\n* g: created.\n* i: created.\n");
    assertThat(subgroup.err()).contains("\nGroupNotFound: ").contains("h");
    assertThat(count()).isEqualTo("0");
  }

  @Test
  void groupsMayNotContainThemselves() throws IOException {
    write(
        """
        {"groups": {"a": {"subgroups": [{"name": "b"}]}, "b": {"subgroups": [{"name": "a"}]}}}""");

    Run run = restAuth("in.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("\nGroupCycle: ");
  }

  @Test
  void standardInputIsReadWhereNoFileIsNamed() {
    byte[] document = "{\"users\": {\"ann\": {}}}".getBytes(UTF_8);

    assertThat(Run.with(folder, document, "restauth-import").out()).isEqualTo("Users:\n");
    assertThat(count()).isEqualTo("1");
  }

  @Test
  void variablesOfRestAuthDoNoHarm() throws IOException {
    write("{\"users\": {\"ann\": {}}}");
    Map<String, String> variables =
        Map.of("DJANGO_SETTINGS_MODULE", "RestAuth.settings", "PYTHONPATH", "/nowhere");

    Run run = Run.in(folder, new byte[0], variables, Interrupts.NONE, "restauth-import", "in.json");

    assertThat(run.status()).isZero();
  }

  @Test
  void callsThatMakeNoSenseAreRefusedAsArgparseDoes() throws IOException {
    write("{}");
    assertRefused("unrecognized arguments: b.json", "in.json", "b.json");
    assertRefused("argument --using: no database has the alias 'x'", "--using", "x", "in.json");
    assertRefused("gone.json: there is no such file", "gone.json");
    write("{\"users\": {");
    assertRefused("in.json: line 2 column 1: ", "in.json");
    write("{\"users\": {}, \"users\": {}}");
    assertRefused("the member \"users\" occurs twice", "in.json");
  }

  private void assertRefused(String message, String... arguments) {
    Run run = restAuth(arguments);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("usage: restauth-import [-h]");
    assertThat(run.err()).contains("restauth-import: error: ").contains(message);
  }

  @Test
  void anAliasChoosesADatabaseOfTheSettings() throws IOException {
    write("{\"users\": {\"ann\": {}}}");
    Run.file(folder, "muster.yml", "databases: {legacy: sqlite:legacy.db}");

    assertThat(restAuth("--using", "legacy", "in.json").status()).isZero();

    assertThat(folder.resolve("legacy.db")).exists();
    assertThat(Run.of(folder, "--db", "legacy", "users", "count").out()).isEqualTo("1\n");
    assertThat(folder.resolve("muster.db")).doesNotExist();
  }

  @Test
  void generatedPasswordsWork() throws IOException {
    write("{\"services\": {\"wiki\": {}}, \"users\": {\"ann\": {}}}");

    List<String> lines = restAuth("--gen-passwords", "in.json").out().lines().toList();

    assertThat(lines.get(1)).matches("\\* wiki: Generated password: [a-zA-Z0-9]{32}");
    assertThat(lines.get(3)).matches("\\* ann: Generated password: [a-zA-Z0-9]{16}");
    assertPassword("ann", lines.get(3).replaceAll(".*: ", ""));
  }

  @Test
  void optionsMayBeCutShortAsPythonScriptsMay() throws IOException {
    write("{\"users\": {\"one\": {}}}");

    assertThat(restAuth("--gen", "in.json").out()).contains("one");
    assertThat(restAuth("--skip-existing-u", "--overwrite-pa", "in.json").status()).isZero();
    assertThat(restAuth("--us=default", "in.json").status()).isZero();
    assertThat(restAuth("--overwrite-p", "in.json").status()).isEqualTo(2); // two begin so
    assertThat(restAuth("--gen-passwords-f", "x", "in.json").status()).isEqualTo(2); // ours: whole
  }

  @Test
  void generatedPasswordsMayGoToAFileOfOnesOwn() throws IOException {
    write("{\"users\": {\"ann\": {}}}");
    Path file = folder.resolve("passwords.tsv");

    Run run = restAuth("--gen-passwords", "--gen-passwords-file", "passwords.tsv", "in.json");

    assertThat(run.out()).contains("* ann: Generated password, see ");
    List<String> columns = List.of(Files.readString(file).strip().split("\t"));
    assertThat(columns).hasSize(3).startsWith("users", "ann");
    assertThat(run.out()).doesNotContain(columns.get(2));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertPassword("ann", columns.get(2));
    assertRefused(file + " exists already", "--gen-passwords-file", "passwords.tsv", "in.json");
  }

  @Test
  void noFileOfPasswordsIsLeftWhenNothingIsImported() throws IOException {
    write("{\"users\": {\"ann\": {}, \"bob\": {\"password\": []}}}");

    restAuth("--gen-passwords", "--gen-passwords-file", "passwords.tsv", "in.json");

    assertThat(folder.resolve("passwords.tsv")).doesNotExist();
  }

  @Test
  void aDryRunMakesNoFileOfPasswords() throws IOException {
    write("{\"users\": {\"ann\": {}}}");

    Run run =
        Run.of(
            folder,
            "import",
            "in.json",
            "--dry-run",
            "--gen-passwords",
            "--gen-passwords-file",
            "passwords.tsv");

    assertThat(run.status()).isZero();
    assertThat(folder.resolve("passwords.tsv")).doesNotExist();
  }

  @Test
  void onlyPasswordsThatSomebodyHasAreSaidToBeGenerated() throws IOException {
    write("{\"users\": {\"Ann\": {}, \"ann\": {}}}");

    List<String> lines =
        restAuth("--gen-passwords", "--overwrite-passwords", "in.json").out().lines().toList();

    assertThat(lines).hasSize(2);
    assertPassword("ann", lines.get(1).replaceAll(".*: ", ""));
  }

  @Test
  void whatIsSkippedOrKeptCantFail() throws IOException {
    write("{\"services\": {\"s\": {}}, \"users\": {\"ann\": {}}, \"groups\": {\"g\": {}}}");
    restAuth("in.json");
    write(
        """
        {"services": {"s": {"password": 5}}, "users": {"ann": {"password": []}},
         "groups": {"g": {"users": null}}}""");

    assertThat(restAuth("--skip-existing-groups", "in.json").status()).isZero();
    assertThat(restAuth("--skip-existing-groups", "--overwrite-passwords", "in.json").err())
        .contains("TypeError: 'password' is neither string nor dictionary.");
  }

  @Test
  void whatCantBeStoredIsAnErrorOfItsEntry() throws IOException {
    for (String entry :
        List.of(
            "\"users\": {\"a\": {\"properties\": {\"last login\": 1e99999999999}}}",
            "\"groups\": {\"g\": {\"users\": [\"" + "x".repeat(70_000) + "\"]}}",
            "\"users\": {\"a\\u0000\": {}}",
            "\"groups\": {\"g\": {\"users\": [\"a\\u0000\"]}}",
            "\"groups\": {\"g\\u0000\": {}}")) {
      write("{" + entry + "}");

      Run run = restAuth("in.json");

      assertThat(run.status()).as(entry.substring(0, 20)).isEqualTo(1);
      assertThat(run.err()).startsWith("An error occured, rolling back transaction:\n");
    }
  }

  @Test
  void hashesAsRestAuthsOwnTableHasThemAreDjangosToo() throws IOException {
    write(
        """
        {"users": {
          "ann": {"password": {"algorithm": "django",
                               "hash": "md5_crypt$$1$abcdefgh$y6iHhJNbuC0xpbk0w9pm80"}},
          "bob": {"password": {"algorithm": "django",
                               "hash": "apr1$fd7YiwYk$Crqrfz5u6RM.YHTPE.Dte0"}},
          "eve": {"password": {"algorithm": "django", "hash": "!"}}}}""");

    assertThat(restAuth("in.json").out().lines())
        .containsExactly(
            "Users:",
            "* ann: Set hash from input data.",
            "* bob: Set hash from input data.",
            "* eve: Set password from input data.");
    assertPassword("ann", "correct horse");
    assertPassword("bob", "Tr0ub4dor&3");
  }

  @Test
  void groupsOfAnySizeAreRead() throws IOException {
    Run.file(folder, "muster.yml", "limits: {record_bytes: 1024}");
    int users = 4500;
    String names =
        IntStream.range(0, users).mapToObj(i -> "\"u" + i + "\"").collect(Collectors.joining(","));
    String entries = names.replace(",", ":{},") + ":{}";
    write(
        "{\"users\":{"
            + entries
            + "},\n\"groups\":{\"all\":{\"users\":["
            + names
            + "],\n"
            + "\"service\":null,\"subgroups\":[{\"name\":\"some\"}]},"
            + "\"some\":{\"users\":[\"u7\"]}}}");

    Run run = restAuth("in.json");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo("Users:\nGroups:\n* all: created.\n* some: created.\n");
    Struct group = Run.of(folder, "groups", "show", "all", "--json").document();
    assertThat(((Value.Array) group.get("users")).items()).hasSize(users);
  }

  @Test
  void theEngineReportsOneOutcomeForEachEntry() throws IOException {
    write(
        """
        {"services": {"wiki": {"password": "w"}},
         "users": {"ann": {"password": "hushhush", "properties": {"k": "v"}}, "bob": {}},
         "groups": {"staff": {"service": "wiki", "users": ["ann"]}}}""");

    Run first = Run.of(folder, "import", "in.json", "--json");
    assertThat(first.status()).isZero();
    assertThat(first.out()).doesNotContain("hushhush").contains("\"inserted\":4");
    Struct again = Run.of(folder, "import", "in.json", "--format", "restauth", "--json").document();

    assertThat(((Struct) again.get("summary")).get("skipped")).isEqualTo(new Value.Num("4"));
    List<Value> details = ((Value.Array) again.get("details")).items();
    assertThat(details).hasSize(4);
    assertThat(details.toString()).doesNotContain("hushhush");
  }

  @Test
  void aDryRunSaysWhatWouldBeAndChangesNothing() throws IOException {
    write(
        """
        {"services": {"wiki": {}}, "users": {"ann": {}},
         "groups": {"staff": {"service": "wiki", "users": ["ann"]}}}""");

    Struct plan = Run.of(folder, "import", "in.json", "--dry-run", "--json").document();

    assertThat(((Struct) plan.get("summary")).get("inserted")).isEqualTo(new Value.Num("3"));
    assertThat(count()).isEqualTo("0");
    assertThat(Run.of(folder, "services", "show", "wiki").status()).isEqualTo(1);
  }

  @Test
  void rejectsCanBeMendedAndImported() throws IOException {
    write(
        """
        {"users": {"ann": {}, "bob": {"password": []}},
         "groups": {"g": {"users": ["nobody"]}}}""");

    Run run = Run.of(folder, "import", "in.json", "--rejects", "rejects.json");

    assertThat(run.status()).isEqualTo(1);
    String rejects = Files.readString(folder.resolve("rejects.json"));
    assertThat(rejects).contains("\"bob\"", "\"g\"", "@reject-reason").doesNotContain("\"ann\"");
    Files.writeString(
        folder.resolve("rejects.json"), rejects.replace("[]", "\"p\"").replace("nobody", "bob"));
    assertThat(Run.of(folder, "import", "rejects.json").status()).isZero();
    assertPassword("bob", "p");
  }

  @Test
  void generatedPasswordsGoToStandardErrorWhereADocumentIsPrinted() throws IOException {
    write("{\"users\": {\"ann\": {}}}");
    String[] words = {"import", "in.json", "--gen-passwords", "--json", "--dry-run"};

    assertThat(Run.of(folder, words).err()).doesNotContain("password");
    Run run = Run.of(folder, words[0], words[1], words[2], words[3]);

    assertThat(run.status()).isZero();
    String line =
        run.err().lines().filter(text -> text.startsWith("* ann: ")).findFirst().orElseThrow();
    assertThat(run.out()).doesNotContain(line.substring(line.lastIndexOf(' ') + 1));
    assertPassword("ann", line.replaceAll(".*: ", ""));
  }

  private void assertPassword(String login, String password) {
    byte[] input = password.getBytes(UTF_8);
    assertThat(Run.with(folder, input, "users", "verify", login, "--password-stdin").status())
        .isZero();
  }

  private String count() {
    return Run.of(folder, "users", "count").out().strip();
  }

  private Run restAuth(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "restauth-import";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Run.of(folder, all);
  }

  private void write(String document) throws IOException {
    Run.file(folder, "in.json", document);
  }
}
