package dev.muster.app.hash.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import org.junit.jupiter.api.Test;

class EncodedDigestsTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);
  private static final String MD5 = "A".repeat(22);

  @Test
  void theTextOfSeveralFieldsIsWhatTheSchemeReads() {
    byte[] salt = "salt".getBytes(UTF_8);
    byte[] none = new byte[0];
    String digest = SaltedDigest.encode(Digest.MD5, PasswordForm.PLAIN, salt, none, new byte[16]);
    String wrong = SaltedDigest.encode(Digest.MD5, PasswordForm.PLAIN, salt, none, new byte[15]);
    String keyed =
        KeyedDigest.encode(
            Digest.SHA1, PasswordForm.of(Letters.UTF16LE), salt, none, none, new byte[20]);

    assertThat(digest).isEqualTo("$digest$alg=md5$c2FsdA$$" + MD5);
    assertThat(SCHEMES.read(digest)).isInstanceOf(HashReading.Accepted.class);
    assertThat(SCHEMES.read(wrong)).isInstanceOf(HashReading.Malformed.class);
    assertThat(keyed).startsWith("$hmac$alg=sha1,password=utf16le$c2FsdA$$$");
    assertThat(SCHEMES.read(keyed)).isInstanceOf(HashReading.Accepted.class);
    assertThat(Digest.named("SHA-256")).contains(Digest.SHA256);
    assertThat(Digest.named("RIPEMD160")).contains(Digest.RIPEMD160);
    assertThat(Digest.named("sha3")).isEmpty();
  }
}
