package dev.muster.app.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.password.CostBounds;
import dev.muster.password.EncodedHash;
import dev.muster.password.HashReading;
import dev.muster.password.HashSchemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Salts and keys with padding, where passlib writes none, and keys of 64 bytes. The first row is
 * published (freeipa#7045); the others are Python's {@code b64encode(pbkdf2_hmac(digest, password,
 * bytes(range(200, 216)), 1000, length))}.
 */
class PaddedBase64Test {

  private static final HashSchemes SCHEMES = StandardSchemes.all(CostBounds.DEFAULTS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          password | {PBKDF2-SHA512}10000$sMvfg/Wh/08vw1EZswzgTnii4xNrZ/vY$DGCiHAg9DpAnZ0Py4s0OSU\
          gdOKB8eqZItNOavbBBWXoLVaF5ZsIo11RDwv5v/AR9qJ18UALrZUVKhJjr75WSXA==
          Tr0ub4dor&3 | $pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w==$k22fWEFTDKgpdyHixgtXO1HN6D4Pd\
          d8zWcbVl4+jHcra4hBBLBJYoLAdH7e9kKTaKVDsVfp3JdKl2PooLJ+zbA==
          Tr0ub4dor&3 | $pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w$k22fWEFTDKgpdyHixgtXO1HN6D4Pdd8\
          zWcbVl4+jHcra4hBBLBJYoLAdH7e9kKTaKVDsVfp3JdKl2PooLJ+zbA
          Tr0ub4dor&3 | $pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w$k22fWEFTDKgpdyHixgtXO1HN6D4Pdd8\
          zWcbVl4.jHcra4hBBLBJYoLAdH7e9kKTaKVDsVfp3JdKl2PooLJ.zbA
          pässwörd☃ñ | $pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w==$rCZU3HBG6dzePJZJhgp0fR9yhXAUHY\
          X7lJGQc20vzC4=
          pässwörd☃ñ | $pbkdf2-sha512$1000$yMnKy8zNzs/Q0dLT1NXW1w==$EwpBTJy0uyx+btZtXH3T82Z9d2b8VR\
          Bn3wWcmDRMwEHT9ro9asUk3Qyg6bB5QZtP24dXzWqltHefklohkA5A1g==
          pässwörd☃ñ | $pbkdf2$1000$yMnKy8zNzs/Q0dLT1NXW1w==$FzU+Ct3X7Gdgg5wfP+7CJn6eP609fL1uGFd+j\
          /5YJz1QFtmemQQQVu+2PtaY5FBQ8valW5bhs+PsPUtNFBrekg==
          pässwörd☃ñ | {PBKDF2-SHA256}1000$yMnKy8zNzs/Q0dLT1NXW1w==$rCZU3HBG6dzePJZJhgp0fR9yhXAUHY\
          X7lJGQc20vzC4=
          """)
  void areTheSameSaltsAndKeys(String password, String encoded) {
    HashReading reading = SCHEMES.read(encoded);

    assertThat(reading).isInstanceOf(HashReading.Accepted.class);
    EncodedHash hash = ((HashReading.Accepted) reading).hash();
    assertThat(SCHEMES.verify(hash, password.getBytes(UTF_8))).isTrue();
    assertThat(SCHEMES.verify(hash, "another".getBytes(UTF_8))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Padding of another length.
        "$pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w=$rCZU3HBG6dzePJZJhgp0fR9yhXAUHYX7lJGQc20vzC4",
        "$pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w$rCZU3HBG6dzePJZJhgp0fR9yhXAUHYX7lJGQc20vzC4==",
        // Keys that were cut off.
        "$pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w$rCZU3HBG6dzePJZJhgp0fR9yhXAUHYX7lJGQc20vzA==",
        "{PBKDF2-SHA512}1000$yMnKy8zNzs/Q0dLT1NXW1w$rCZU3HBG6dzePJZJhgp0fR9yhXAUHYX7lJGQc20vzC4="
      })
  void otherLengthsAreRefused(String encoded) {
    assertThat(SCHEMES.read(encoded)).isInstanceOf(HashReading.Malformed.class);
  }

  @Test
  void aKeyOfFortyEightBytesIsNobodys() {
    assertThat(SCHEMES.read("$pbkdf2-sha256$1000$yMnKy8zNzs$" + "A".repeat(64)))
        .isInstanceOf(HashReading.Malformed.class);
  }
}
