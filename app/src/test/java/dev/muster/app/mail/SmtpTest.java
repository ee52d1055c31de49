package dev.muster.app.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.settings.MailSettings;
import dev.muster.app.settings.SettingsFile;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes to SMTP servers and what they answer. */
class SmtpTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a@straße.example, a@xn--strae-oqa.example",
    "a@STRAßE.example, a@xn--strae-oqa.example",
    "a@bücher.example, a@xn--bcher-kva.example",
    "A.b+c@Example.COM, A.b+c@Example.COM",
    "a@under_score.example, a@under_score.example",
    "me@[192.0.2.1], me@[192.0.2.1]",
  })
  void domainsAreWrittenInAscii(String address, String ascii) throws Exception {
    assertThat(SmtpAddress.of(address)).isEqualTo(ascii);
  }

  @ParameterizedTest
  @CsvSource({
    "rené@example.com, this server's mail takes ASCII local parts only",
    "a@\u0301b.example, the domain can't be written in ASCII",
  })
  void addressesWithoutAsciiFormAreRefused(String address, String reason) {
    assertThatThrownBy(() -> SmtpAddress.of(address))
        .isInstanceOf(AddressException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "550 there is nobody of that name, true",
    "551 moved, true",
    "553 mailbox name not allowed, true",
    "550 5.1.1 unknown, true",
    "550 5.1.10 null MX, true",
    "554 5.1.2 bad destination system, true",
    "550 5.2.1 disabled, true",
    "554 relay access denied, false",
    "530 authentication required, false",
    "550 5.4.5 daily quota exceeded, false",
    "550 5.7.1 blocked, false",
    "550 5.1.8 bad sender, false",
    "503 bad sequence, false",
    "450 4.2.1 later, false",
  })
  void onlyFaultsOfTheAddressAreForEver(String reply, boolean ofAddress) throws Exception {
    try (RefusingSmtpServer server = new RefusingSmtpServer(reply)) {
      String yaml =
          "mail: {host: localhost, port: "
              + server.port()
              + ", from: m@example.org, owners: [o@x]}";
      MailSettings settings = SettingsFile.parse("muster.yml", yaml).mail().orElseThrow();
      MailServer client = new MailServer(settings, folder);
      Mail mail = new Mail("s", "t", "<p>h</p>");
      assertThatThrownBy(() -> client.send(mail, List.of("a@example.com"), "1", Instant.now()))
          .asInstanceOf(InstanceOfAssertFactories.type(SendFailedException.class))
          .satisfies(e -> assertThat(SmtpRefusal.isOfAddress(e)).isEqualTo(ofAddress))
          .satisfies(e -> assertThat(MailServer.reason(e)).isEqualTo(reply));
    }
  }
}
