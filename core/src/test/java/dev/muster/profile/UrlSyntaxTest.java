package dev.muster.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlSyntaxTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "HTTP://example.com",
        "http://example.com/",
        "http://example.com/a",
        "http://example.com/a/",
        "http://example.com/a.b/..c/d..",
        "http://example.com?",
        "http://example.com?a=b#c",
        "http://example.com?a=../../%",
        "http://example.com#",
        "ftp://example.com/x",
        "custom+v1.0://host",
        "http://user:secret@example.com:8080/a",
        "http://example.com:/a",
        "http://[::1]:80/",
        "http://bücher.example/größe",
        "http://my_host/a b",
        "http://ex%41mple.com/%2e%2e"
      })
  void anAbsoluteUrlIsFine(String text) {
    assertThat(UrlSyntax.complaint(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "#a",
        "?a",
        "example.com",
        "example.com:80",
        "foobar:",
        "mailto:a@b.c",
        "://x",
        "http:/example.com",
        "http://",
        "1http://x",
        "h ttp://x"
      })
  void withoutSchemeAndHostItIsNotAbsolute(String text) {
    assertThat(UrlSyntax.complaint(text)).startsWith("must be an absolute URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http:///a", "http://?a", "http://:80", "http://a b/", "http://a\\b/", "http://a:b/",
        "http://user@/", "http://[::1", "http://[]/", "http://a%zz/", "http://<a>/",
            "http://\u00a0/"
      })
  void aHostMustMakeSense(String text) {
    assertThat(UrlSyntax.complaint(text)).isEqualTo("must have a host after ://");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/../..", "/.", "/..", "/./a", "/a/../b", "//", "//a", "/a//b", "/a//", "/a/."})
  void aPathMustBeNormalised(String path) {
    assertThat(UrlSyntax.complaint("http://example.com" + path)).contains("normalised");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%4", "/%zz", "/a%2?b", "#%"})
  void percentSignsIntroduceBytes(String rest) {
    assertThat(UrlSyntax.complaint("http://example.com" + rest)).contains("hexadecimal");
  }

  @Test
  void controlCharactersAreNoPartOfAUrl() {
    assertThat(UrlSyntax.complaint("http://example.com/a\nb")).contains("control");
  }

  @ParameterizedTest
  @CsvSource({"http://x,http", "HTTPS://x,https", "foobar:,foobar", "a.b+c-1:x,a.b+c-1"})
  void theSchemeIsWhatStandsBeforeTheColon(String text, String scheme) {
    assertThat(UrlSyntax.scheme(text)).isEqualTo(scheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", ":a", "/a:b", "1a:b"})
  void otherTextsHaveNoScheme(String text) {
    assertThat(UrlSyntax.scheme(text)).isNull();
  }
}
