package dev.muster.app.hash.recipe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.hash.scheme.SecretBytes;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How bytes become text. */
public enum Encoding {
  HEX("hex"),
  UPPER_HEX("HEX"),
  BASE64("base64"),
  UNPADDED_BASE64("base64-unpadded"),
  URL_BASE64("base64-url"),
  UNPADDED_URL_BASE64("base64-url-unpadded");

  private final String word;

  Encoding(String word) {
    this.word = word;
  }

  static Optional<Encoding> named(String word) {
    return Stream.of(values()).filter(encoding -> encoding.word.equals(word)).findFirst();
  }

  /** Its name in recipes. */
  String word() {
    return word;
  }

  String encode(byte[] bytes) {
    return switch (this) {
      case HEX -> HexFormat.of().formatHex(bytes);
      case UPPER_HEX -> HexFormat.of().withUpperCase().formatHex(bytes);
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case UNPADDED_BASE64 -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
      case URL_BASE64 -> Base64.getUrlEncoder().encodeToString(bytes);
      case UNPADDED_URL_BASE64 -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
  }

  /** Reads hex digits of either case, base64 in either alphabet, padded or not. */
  Optional<SecretBytes> decode(String text) {
    return isHex() ? SecretBytes.ofHex(text) : SecretBytes.ofAnyBase64(text);
  }

  /** Reads text in UTF-8. */
  Optional<SecretBytes> decode(SecretBytes text) {
    return decode(new String(text.toBytes(), UTF_8));
  }

  /** The number of characters for a number of bytes. */
  double length(double bytes) {
    return switch (this) {
      case HEX, UPPER_HEX -> 2 * bytes;
      case BASE64, URL_BASE64 -> 4 * Math.ceil(bytes / 3);
      case UNPADDED_BASE64, UNPADDED_URL_BASE64 -> Math.ceil(bytes * 4 / 3);
    };
  }

  /** The text in the case that this encoding writes; base64 has no other case. */
  String inUsualCase(String text) {
    return switch (this) {
      case HEX -> text.toLowerCase(Locale.ROOT);
      case UPPER_HEX -> text.toUpperCase(Locale.ROOT);
      default -> text;
    };
  }

  private boolean isHex() {
    return this == HEX || this == UPPER_HEX;
  }
}
