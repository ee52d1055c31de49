package dev.muster.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EncodedHashTest {

  private static final EncodedHash HASH =
      new EncodedHash("django-md5", "md5$grain$0123456789abcdef");

  @Test
  void showsItsSchemeButNeverItsText() {
    assertThat(HASH).hasToString("EncodedHash[scheme=django-md5]");
  }

  @Test
  void staysHiddenInsideAReading() {
    assertThat(new HashReading.Accepted(HASH).toString()).doesNotContain("grain", "0123456789");
  }
}
