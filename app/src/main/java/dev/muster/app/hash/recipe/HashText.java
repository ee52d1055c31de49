package dev.muster.app.hash.recipe;

import dev.muster.app.hash.crypt.Bcrypt;
import dev.muster.app.hash.crypt.BcryptHash;
import dev.muster.app.hash.scheme.KnownScheme;
import dev.muster.app.hash.scheme.SecretBytes;
import dev.muster.password.CostBounds;
import dev.muster.password.HashPart;
import dev.muster.password.HashReading;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hash as its system stores it, decoded.
 *
 * @param recipe the recipe without the encodings that it ends with
 * @param hash the value of that recipe; for a scheme, the text
 */
record HashText(Recipe recipe, SecretBytes hash) {

  static HashText of(Recipe recipe, String text) throws BadRecipe {
    Expression expression = recipe.expression();
    if (recipe.scheme().isPresent()) {
      return new HashText(recipe, schemeText(scheme(recipe.scheme().get()), text));
    }
    SecretBytes hash = SecretBytes.ofUtf8(text);
    boolean decoded = false;
    while (expression instanceof Encoded encoded) {
      hash = required(encoded.encoding().decode(hash), encoded.encoding().word());
      expression = encoded.bytes();
      decoded = true;
    }
    Recipe bare = new Recipe(Optional.empty(), expression);
    if (expression instanceof BcryptOf) {
      String stored = schemeText(Bcrypt.SCHEME, hash.toUtf8()).toUtf8();
      return new HashText(bare, SecretBytes.ofUtf8(BcryptHash.parse(stored).orElseThrow().text()));
    }
    int length = expression.length().orElseThrow();
    SecretBytes value = decoded ? hash : guessed(text, length, ending(expression));
    if (value.length() != length) {
      throw new BadRecipe(
          HashPart.HASH,
          "The hash has " + value.length() + " bytes, and the recipe makes " + length + ".");
    }
    return new HashText(bare, value);
  }

  private static KnownScheme scheme(String name) {
    return WrappedSchemes.named(name).orElseThrow();
  }

  private static SecretBytes schemeText(KnownScheme scheme, String text) throws BadRecipe {
    HashReading reading = scheme.within().apply(CostBounds.DEFAULTS).readAs(text);
    if (reading instanceof HashReading.Accepted accepted) {
      return SecretBytes.ofUtf8(accepted.hash().encoded());
    }
    throw new BadRecipe(
        HashPart.HASH,
        reading instanceof HashReading.Refused refused
            ? refused.message()
            : "The hash is not one of the scheme " + scheme.name() + ".");
  }

  private static SecretBytes required(Optional<SecretBytes> bytes, String encoding)
      throws BadRecipe {
    if (bytes.isEmpty()) {
      throw new BadRecipe(HashPart.HASH, "The hash is not valid " + encoding + ".");
    }
    return bytes.get();
  }

  /** The encoding of a value that is text although the recipe does not end with an encoding. */
  private static Optional<Encoding> ending(Expression expression) {
    if (expression instanceof First first) {
      return ending(first.bytes());
    }
    if (expression instanceof Rounds rounds) {
      return ending(rounds.step());
    }
    return expression instanceof Encoded encoded
        ? Optional.of(encoded.encoding())
        : Optional.empty();
  }

  /** Reads the text itself if it is such, or else hex or base64, whichever has the right length. */
  private static SecretBytes guessed(String text, int length, Optional<Encoding> ending)
      throws BadRecipe {
    Optional<SecretBytes> itself =
        ending.map(encoding -> SecretBytes.ofUtf8(encoding.inUsualCase(text)));
    List<SecretBytes> readings =
        Stream.of(itself, SecretBytes.ofHex(text), SecretBytes.ofAnyBase64(text))
            .flatMap(Optional::stream)
            .toList();
    Optional<SecretBytes> fitting =
        readings.stream().filter(bytes -> bytes.length() == length).findFirst();
    return required(fitting.or(() -> readings.stream().findFirst()), "hex or base64");
  }
}
