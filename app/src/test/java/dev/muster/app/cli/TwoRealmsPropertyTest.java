package dev.muster.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.store.DirectoryInvariants;
import dev.muster.value.Struct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports into two realms with different rules, which reach each other's users by external id. */
class TwoRealmsPropertyTest {

  private static final int ROUNDS = 15;
  private static final int RECORDS = 30;
  private static final String[] SCOPES = {"realm", "global", "none"};

  @TempDir Path folder;

  @Test
  void keysAreThoseOfTheUsersAndBothStoresDecideAlike() throws Exception {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Files.writeString(
        folder.resolve("muster.yml"),
        """
        attributes: [{name: badge, unique: %s}]
        realms: {a: {unique: {email: %s, username: %s}}, b: {unique: {email: %s}}}
        """
            .formatted(scope(random), scope(random), scope(random), scope(random)));
    List<String> addresses = new ArrayList<>();
    for (TestDatabases backing : TestDatabases.values()) {
      addresses.add(backing.emptyDirectory(folder));
    }
    for (int round = 0; round < ROUNDS; round++) {
      Files.write(folder.resolve("some.csv"), table(random));
      String realm = random.nextBoolean() ? "a" : "b";
      List<Struct> summaries = new ArrayList<>();
      for (String address : addresses) {
        Run run = Run.of(folder, "import", "some.csv", "--realm", realm, "--json", "--db", address);
        assertThat(run.status()).as("seed %d, round %d: %s", seed, round, run.err()).isLessThan(2);
        summaries.add((Struct) run.document().get("summary"));
        DirectoryInvariants.assertHold(folder, address);
      }
      assertThat(summaries.get(0)).as("seed %d, round %d", seed, round).isEqualTo(summaries.get(1));
    }
  }

  private static List<String> table(Random random) {
    List<String> table = new ArrayList<>();
    boolean flags = random.nextBoolean();
    table.add(
        "_source_name,_source_id,email"
            + (flags ? " no-unique" : "")
            + ",username"
            + (flags ? " no-unique" : "")
            + ",badge");
    for (int i = 0; i < RECORDS; i++) {
      int id = random.nextInt(40);
      int value = random.nextInt(25);
      table.add(
          "hr,%d,e%d@x.org,%s,%s"
              .formatted(
                  id,
                  value,
                  random.nextInt(4) == 0 ? "" : "u" + random.nextInt(60),
                  random.nextInt(3) == 0 ? "" : String.valueOf(random.nextInt(60))));
    }
    return table;
  }

  private static String scope(Random random) {
    return SCOPES[random.nextInt(SCOPES.length)];
  }
}
