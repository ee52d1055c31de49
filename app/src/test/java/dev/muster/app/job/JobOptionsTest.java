package dev.muster.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.json.JsonParser;
import dev.muster.app.json.JsonText;
import dev.muster.profile.restauth.RestAuthOptions;
import dev.muster.value.Struct;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobOptionsTest {

  private static final JobOptions PLAIN =
      new JobOptions(
          Optional.of("email"), Optional.of(true), "auto", false, CommitPolicy.CHUNK, false);

  @Test
  void optionsAreReadAsTheyWereWritten() throws Exception {
    assertThat(JsonText.of(PLAIN.toStruct()))
        .isEqualTo(
            "{\"identifier\":\"email\",\"upsert\":true,\"encoding\":\"auto\",\"dry_run\":false,"
                + "\"atomic\":false,\"diff\":false}");
    assertThat(JobOptions.of(PLAIN.toStruct())).isEqualTo(PLAIN);
    assertThat(JobOptions.of(PLAIN.asWhole().toStruct())).isEqualTo(PLAIN.asWhole());
  }

  /** Directories hold it as it was written by the first version that knew RestAuth. */
  @Test
  void storedSwitchesOfRestAuthAreOptionsOfTheFormat() throws Exception {
    String stored =
        "{\"encoding\":\"auto\",\"dry_run\":false,\"atomic\":true,\"diff\":false,\"restauth\":{"
            + "\"gen_passwords\":false,\"overwrite_passwords\":true,"
            + "\"overwrite_properties\":false,\"skip_existing_users\":false,"
            + "\"skip_existing_groups\":false,\"accept_unverifiable\":true}}";
    RestAuthOptions switches = new RestAuthOptions(false, true, false, false, false, true);
    JobOptions asked =
        new JobOptions(
            Optional.empty(),
            Optional.empty(),
            "auto",
            false,
            CommitPolicy.WHOLE,
            false,
            switches.toStruct());

    assertThat(JsonText.of(asked.toStruct())).isEqualTo(stored);
    JobOptions read = JobOptions.of(struct(stored));
    assertThat(read).isEqualTo(asked);
    assertThat(RestAuthOptions.of(read.formatOptions())).isEqualTo(switches);
  }

  /** Earlier versions stored it among the options of the format, under the same name. */
  @Test
  void whetherOtherRealmsAreSparedIsNoOptionOfTheFormat() throws Exception {
    String stored =
        "{\"identifier\":\"email\",\"upsert\":true,\"encoding\":\"auto\",\"dry_run\":false,"
            + "\"atomic\":false,\"diff\":false,\"own_realm_only\":true}";

    assertThat(JsonText.of(PLAIN.withinRealm().toStruct())).isEqualTo(stored);
    JobOptions read = JobOptions.of(struct(stored));
    assertThat(read).isEqualTo(PLAIN.withinRealm());
    assertThat(read.ownRealmOnly()).isTrue();
    assertThat(read.formatOptions()).isEqualTo(Struct.EMPTY);
    assertThat(read.askTheSame(PLAIN)).isFalse();
  }

  private static Struct struct(String json) throws Exception {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return (Struct) new JsonParser(9, 999).parse(text, 0, text.length);
  }
}
