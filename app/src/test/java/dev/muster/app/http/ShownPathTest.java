package dev.muster.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPathTest {

  @ParameterizedTest
  @CsvSource({
    "/healthz, /healthz",
    "/set-password/done, /set-password/{token}",
    "/set-password/aB3-_x, /set-password/{token}",
    "/set-password/aB3/more, /set-password/{token}",
    "//Set-Password//aB3, //Set-Password/{token}",
    "/users/set-password, /users/set-password",
  })
  void tokensOfLinksAreNotShown(String path, String shown) {
    assertThat(ShownPath.of(path)).isEqualTo(shown);
  }
}
