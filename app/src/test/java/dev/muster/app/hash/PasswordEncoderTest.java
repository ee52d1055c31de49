package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordEncoderTest {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);

  static List<PasswordEncoder> encoders() {
    return List.of(new Argon2Encoder(64, 1, 1), new Argon2Encoder(128, 3, 4), new BcryptEncoder(4));
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void whatIsEncodedIsAcceptedAndFitsItsPasswordOnly(PasswordEncoder encoder) {
    for (String password : List.of("", "a", "pässwörd 🔑", "a\0b", "x".repeat(72))) {
      EncodedHash hash = encoder.encode(password.getBytes(UTF_8));
      assertThat(SCHEMES.read(hash.encoded())).isEqualTo(new HashReading.Accepted(hash));
      assertThat(SCHEMES.verify(hash, password.getBytes(UTF_8))).as(password).isTrue();
      assertThat(SCHEMES.verify(hash, (password + "b").getBytes(UTF_8)))
          .as(password)
          .isEqualTo(encoder instanceof BcryptEncoder && password.length() == 72);
      assertThat(SCHEMES.verify(hash, ("b" + password).getBytes(UTF_8))).as(password).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void theSamePasswordNeverGivesTheSameHash(PasswordEncoder encoder) {
    byte[] password = "secret".getBytes(UTF_8);
    assertThat(encoder.encode(password)).isNotEqualTo(encoder.encode(password));
    assertThat(password).isEqualTo("secret".getBytes(UTF_8));
  }

  @Test
  void theFormNamesTheCost() {
    assertThat(new Argon2Encoder(19456, 2, 1).encode(new byte[0]).encoded())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(new BcryptEncoder(5).encode(new byte[0]).encoded())
        .matches("\\$2b\\$05\\$[A-Za-z0-9./]{53}");
  }

  /** bcrypt would take any password that begins with the same 72 bytes. */
  @ParameterizedTest
  @ValueSource(ints = {73, 1000})
  void aPasswordOfWhichBcryptWouldLeaveSomethingOutIsRefused(int bytes) {
    PasswordEncoder bcrypt = new BcryptEncoder(4);
    assertThatThrownBy(() -> bcrypt.encode(new byte[bytes]))
        .isInstanceOf(PasswordTooLong.class)
        .hasMessageContaining(bytes + " bytes")
        .hasMessageContaining("72");
    assertThat(new Argon2Encoder(64, 1, 1).encode(new byte[bytes]).scheme()).isEqualTo("argon2");
  }
}
