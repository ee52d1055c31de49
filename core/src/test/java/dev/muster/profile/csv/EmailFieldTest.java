package dev.muster.profile.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailFieldTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com",
        "a.b+c@x.co",
        "a@x-y.example",
        "a@9.example",
        "a@xn--bcher-kva.example",
        "a@b\u00fccher.example",
        "a@\u4f8b.\u4e2d",
        "root@localhost",
        "root@LocalHost",
        "me@[192.0.2.1]",
        "\"a@b\"@example.com",
        "a@aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggg.example",
      })
  void takes(String address) {
    assertThat(ValueParser.isEmail(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example",
        "\u00e9@example.com",
        "a@-x.com",
        "a@x-.com",
        "a@x_y.com",
        "a@x.c",
        "a@x.com-",
        "a@x$.com",
        "a@aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggg.example",
        "a@",
        "@example.com",
        "a b@example.com",
        "\"a b\"@example.com",
      })
  void refuses(String address) {
    assertThat(ValueParser.isEmail(address)).isFalse();
  }
}
