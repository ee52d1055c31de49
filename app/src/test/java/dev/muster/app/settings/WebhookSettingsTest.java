package dev.muster.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url: http://example.org/, secret: S | webhooks[0].url: must be HTTPS",
        "url: ftp://localhost/, secret: S | webhooks[0].url: must be HTTPS",
        "url: https://a:b@example.org/, secret: S | webhooks[0].url: must be a URL with a host",
        "url: 'https://example.org/#a', secret: S | webhooks[0].url: must be a URL with a host",
        "url: 'https:///path', secret: S | webhooks[0].url",
        "url: 'https://exa mple.org/', secret: S | webhooks[0].url: is not a URL",
        "secret: S | webhooks[0].url: is missing",
        "url: https://example.org/ | webhooks[0].secret: give one of",
        "url: https://example.org/, secret: S, secret_file: f | webhooks[0].secret: give one of",
        "url: https://example.org/, secret: S, secrets: [O] | webhooks[0].secrets: give one",
        "url: https://example.org/, secrets: [S,S,S,S,S,S] | webhooks[0].secrets: give one",
        "url: https://example.org/, secret: S, events: [import.began] | import.began is none of",
        "url: https://example.org/, secret: S, relms: [a] | relms; did you mean realms?",
      })
  void whatIsWrongIsRefusedWithItsPlace(String members, String message) {
    assertThatThrownBy(() -> read("{" + members + "}"))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining(SECRET.substring(6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hush-hush",
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_hush",
        "whsec_hush!hush!hush!hush!hush!hush!",
        "whsec_aHVzaC1odXNoLWh1c2gtaHVzaC1odQ==" // 22 bytes
      })
  void aSecretOfAnotherFormIsRefusedAndNotShown(String secret) {
    assertThatThrownBy(() -> read("{url: https://example.org/, secret: '" + secret + "'}"))
        .isInstanceOf(SettingsProblem.class)
        .hasMessageContaining("webhooks[0].secret: a secret is whsec_ and 24 to 64 bytes")
        .hasMessageNotContaining("hush")
        .hasMessageNotContaining("MfKQ");
  }

  @Test
  void aUrlIsThereOnceOnly() {
    String item = "{url: https://example.org/, secret: S}";
    assertThatThrownBy(() -> read(item + "," + item)).hasMessageContaining("is there twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1/", "http://127.0.0.1/a", "http://[::1]:80/"})
  void plainHttpIsForThisMachine(String url) throws Exception {
    assertThat(read("{url: '" + url + "', secret: S}").url()).hasToString(url);
  }

  @Test
  void severalSecretsSignWhileOneIsReplaced() throws Exception {
    WebhookSettings webhook = read("{url: https://example.org/, secrets: [S, O]}");
    assertThat(webhook.secrets())
        .extracting(secret -> Base64.getEncoder().encodeToString(secret.key()))
        .containsExactly(SECRET.substring(6), OTHER.substring(6));
  }

  @Test
  void secretsAreNotInTexts() throws Exception {
    WebhookSettings webhook = read("{url: 'https://example.org/a?token=hush', secret: S}");
    assertThat(webhook.toString() + webhook.secrets() + webhook.shownUrl())
        .contains("https://example.org/a")
        .doesNotContain("hush", SECRET.substring(6));
  }

  @Test
  void eventsAndRealmsLimitWhatIsSent() throws Exception {
    WebhookSettings all = read("{url: https://example.org/, secret: S}");
    assertThat(WebhookSettings.EVENTS).allMatch(event -> all.wants(event, "any"));
    WebhookSettings some =
        read("{url: https://example.org/, secret: S, events: [import.failed], realms: [a, b]}");
    assertThat(some.wants("import.failed", "b")).isTrue();
    assertThat(some.wants("import.failed", "c")).isFalse();
    assertThat(some.wants("import.completed", "a")).isFalse();
  }

  private static WebhookSettings read(String items) throws SettingsProblem {
    String text = items.replaceAll("\\bS\\b", SECRET).replaceAll("\\bO\\b", OTHER);
    return SettingsFile.parse("muster.yml", "webhooks: [" + text + "]").webhooks().get(0);
  }
}
