package dev.muster.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of mail to new users. */
class InvitationSettingsTest {

  private static final String MAIL = "mail: {host: h, from: a@b.org, owners: [a@b.org]";

  private static Settings read(String yaml) throws SettingsProblem {
    return SettingsFile.parse("muster.yml", yaml);
  }

  @Test
  void mailAndTheAddressOfTheServerAreNeeded() throws Exception {
    String server = "server: {public_url: 'https://id.example.org'}";
    assertThat(read("").missingForInvitations()).containsExactly("mail", "server.public_url");
    assertThat(read(MAIL + "}").missingForInvitations()).containsExactly("server.public_url");
    assertThat(read(server).missingForInvitations()).containsExactly("mail");
    assertThat(read(MAIL + "}\n" + server).missingForInvitations()).isEmpty();
  }

  @Test
  void paceAndValidityHaveDefaults() throws Exception {
    MailSettings usual = read(MAIL + "}").mail().orElseThrow();
    assertThat(usual.perMinute()).isEqualTo(60);
    assertThat(usual.linkDays()).isEqualTo(7);
    MailSettings other = read(MAIL + ", per_minute: 600, link_days: 2}").mail().orElseThrow();
    assertThat(other.perMinute()).isEqualTo(600);
    assertThat(other.linkDays()).isEqualTo(2);
    assertThat(read("").passwords().minLength()).isEqualTo(8);
    assertThat(read("passwords: {min_length: 12}").passwords().minLength()).isEqualTo(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "passwords: {min_length: 0} | passwords.min_length: must be a whole number from 1 to 64",
        "server: {public_url: id.example.org} | server.public_url: begins with https://",
        "server: {public_url: 'https://'} | server.public_url: begins with https://",
      })
  void wrongValuesAreNamed(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining(message);
  }
}
