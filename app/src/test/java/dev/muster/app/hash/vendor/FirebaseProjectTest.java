package dev.muster.app.hash.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.hash.StandardSchemes;
import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample of Firebase's own implementation (README of its repository "scrypt"). */
class FirebaseProjectTest {

  private static final String SIGNER_KEY =
      "jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==";
  private static final String HASH =
      "lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==";
  private static final String COMPLETE =
      "$firescrypt$ln=14,r=8,p=1$42xEC+ixf3L2lw==$" + HASH + "$Bw==$" + SIGNER_KEY;

  private static final FirebaseProject PROJECT = new FirebaseProject(SIGNER_KEY, "Bw==");
  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$f_scrypt$" + HASH + "$42xEC+ixf3L2lw==$m=14$r=8$s=Bw==",
        "$f_scrypt$" + HASH + "$42xEC+ixf3L2lw==$s=Bw==$m=14$r=8",
        "$fbscrypt$v=1,n=14,r=8,p=1$42xEC-ixf3L2lw$" + HASH,
        HASH + "$42xEC+ixf3L2lw==$" + SIGNER_KEY + "$Bw==$8$14",
        COMPLETE
      })
  void addsWhatATextLeavesOut(String text) {
    assertThat(PROJECT.complete(text)).contains(COMPLETE);
  }

  @Test
  void whatIsCompleteCanBeVerified() {
    EncodedHash hash = new EncodedHash("firebase-scrypt", COMPLETE);

    assertThat(SCHEMES.read(COMPLETE)).isEqualTo(new HashReading.Accepted(hash));
    assertThat(SCHEMES.verify(hash, "user1password".getBytes(UTF_8))).isTrue();
    assertThat(SCHEMES.verify(hash, "user2password".getBytes(UTF_8))).isFalse();
  }

  @Test
  void aKeyOfAnotherLengthMadeNoneOfItsHashes() {
    String text = "$f_scrypt$" + HASH + "$42xEC+ixf3L2lw==$m=14$r=8$s=Bw==";

    assertThat(new FirebaseProject("a2V5", "Bw==").complete(text)).isEmpty();
    assertThat(new FirebaseProject("not base64!", "Bw==").complete(text)).isEmpty();
    assertThat(PROJECT.complete("$2b$05$")).isEmpty();
  }
}
