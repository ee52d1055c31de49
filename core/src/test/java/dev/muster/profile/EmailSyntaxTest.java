package dev.muster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "user@example.com",
        "a.b+c@example.com",
        "!#$%&'*/=?^_`{|}~-@example.com",
        "a@b",
        "root@localhost",
        "\"john doe\"@example.com",
        "\"a@b\"@example.com",
        "\"a\\\"b\"@example.com",
        "jörg@example.com",
        "用户@例え.jp",
        "me@bücher.example",
        "me@[192.0.2.1]",
        "ａ@example.com"
      })
  void aBareAddressIsOne(String text) {
    assertThat(EmailSyntax.isAddress(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "foobar",
        "@example.com",
        "user@",
        "a@b@c",
        "a b@example.com",
        " user@example.com",
        "user@example.com ",
        "user@exam ple.com",
        "<user@example.com>",
        "John Doe <user@example.com>",
        "user@example.com (John)",
        ".a@example.com",
        "a.@example.com",
        "a..b@example.com",
        "a@.example.com",
        "a@example.com.",
        "a@example..com",
        "a,b@example.com",
        "a@b,c@d",
        "a:b@example.com",
        "\"\"@example.com",
        "\"a@example.com",
        "\"a\"b@example.com",
        "\"a\"",
        "\"a\\",
        "a@[192.0.2.1",
        "a@[192.0.2.256]",
        "a@[192.0.2]",
        "a@[192.0..1]",
        "a@[]",
        "a@[192.0.2.1]x",
        "a\tb@example.com",
        "a\u0000@example.com",
        "a\u007f@example.com",
        "a\u00a0b@example.com",
        "a\u3000@example.com",
        "a\u0085@example.com"
      })
  void anythingElseIsNone(String text) {
    assertThat(EmailSyntax.isAddress(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a＠b@example.com", "´a@example.com", "a@example．．com", "a，b@example.com"})
  void whatIsNoAddressInCanonicalFormIsNone(String text) {
    assertThat(EmailSyntax.isAddress(text)).isFalse();
  }
}
