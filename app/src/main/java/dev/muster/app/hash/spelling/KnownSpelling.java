package dev.muster.app.hash.spelling;

import dev.muster.app.hash.scheme.About;
import dev.muster.password.HashSpellings;
import dev.muster.password.HashSpellings.Respelled;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of the registry of spellings: a text format in which a system writes hashes of other
 * schemes. An import stores such a hash in the format of its scheme.
 *
 * @param name in lower case with hyphens, such as {@code spring-pbkdf2}
 * @param about its documentation; the example is one such text
 * @param firstCharacters the characters that such texts begin with
 * @param omissible a beginning that some systems leave out; empty if there is none
 */
public record KnownSpelling(
    String name,
    About about,
    String firstCharacters,
    HashSpellings reader,
    Optional<String> omissible) {

  KnownSpelling(String name, About about, String firstCharacters, HashSpellings reader) {
    this(name, about, firstCharacters, reader, Optional.empty());
  }

  /**
   * A spelling that begins with a tag in braces, in upper or lower case.
   *
   * @param forms the readers of what follows, by the tags in upper case
   */
  static KnownSpelling tagged(String name, Map<String, Form> forms, About about) {
    Map<String, Form> byTag = Map.copyOf(forms);
    return new KnownSpelling(
        name,
        about,
        "{",
        encoded ->
            TaggedText.of(encoded)
                .flatMap(
                    tagged ->
                        Optional.ofNullable(byTag.get(tagged.tag()))
                            .flatMap(form -> form.read(tagged.rest()))));
  }

  /** The same spelling, whose tag may be missing if the input names it. */
  KnownSpelling withOmissible(String tag) {
    return new KnownSpelling(name, about, firstCharacters, reader, Optional.of(tag));
  }

  /** Reads texts of an input that names this spelling. */
  HashSpellings named() {
    return encoded ->
        reader
            .respelled(encoded)
            .or(() -> omissible.flatMap(beginning -> reader.respelled(beginning + encoded)));
  }

  /** Whether a text is of this spelling, apart from the beginning that it lacks. */
  public boolean fitsWithout(String encoded) {
    return omissible.flatMap(beginning -> reader.respelled(beginning + encoded)).isPresent();
  }

  /** Reads what follows a tag. */
  interface Form {

    /** Empty if the text is not well-formed. */
    Optional<Respelled> read(String untagged);

    /** The text without the tag is a hash of a scheme. */
    static Form of(String scheme) {
      return untagged -> Optional.of(Respelled.of(scheme, untagged));
    }

    /** Another form for texts that this one does not read. */
    default Form or(Form other) {
      return untagged -> read(untagged).or(() -> other.read(untagged));
    }
  }
}
