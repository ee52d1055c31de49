package dev.muster.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.settings.WebhookSecret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Computed with Python: {@code base64.b64encode(hmac.new(base64.b64decode(secret[6:]),
 * b'ID.TIME.BODY', hashlib.sha256).digest())}.
 */
class SignatureTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1_614_265_330, 999_000_000);
  private static final String BODY = "{\"test\": 2432232314}";

  @Test
  void aSignatureIsThatOfAnotherProgram() {
    assertThat(Signature.header(secrets(Receiver.SECRET), ID, TIME, BODY))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void eachSecretHasASignature() {
    String one = Signature.header(secrets(Receiver.SECRET), ID, TIME, BODY);
    String other = Signature.header(secrets(Receiver.OTHER_SECRET), ID, TIME, BODY);
    assertThat(Signature.header(secrets(Receiver.SECRET, Receiver.OTHER_SECRET), ID, TIME, BODY))
        .isEqualTo(one + " " + other);
  }

  private static List<WebhookSecret> secrets(String... texts) {
    return List.of(texts).stream().flatMap(text -> WebhookSecret.parse(text).stream()).toList();
  }
}
