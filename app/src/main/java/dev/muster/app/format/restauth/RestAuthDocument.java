package dev.muster.app.format.restauth;

import dev.muster.app.format.input.FirstBytes;
import dev.muster.app.format.input.InputLimits;
import dev.muster.app.format.json.JsonInput;
import dev.muster.app.format.restauth.EntrySlicer.EntrySlice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** A surveyed RestAuth document. Its sections can be read repeatedly and in any order. */
final class RestAuthDocument {

  private final JsonInput input;
  private final List<RestAuthSection> sections;
  private final List<String> notes;

  /**
   * A document.
   *
   * @param notes warnings about members that are ignored
   */
  RestAuthDocument(JsonInput input, List<RestAuthSection> sections, List<String> notes) {
    this.input = input;
    this.sections = List.copyOf(sections);
    this.notes = List.copyOf(notes);
  }

  List<String> notes() {
    return notes;
  }

  List<RestAuthSection> sections() {
    return sections;
  }

  InputLimits limits() {
    return input.limits();
  }

  long recordCount() {
    return sections.stream().mapToLong(RestAuthSection::count).sum();
  }

  long plainPasswords() {
    return sections.stream().mapToLong(RestAuthSection::plainPasswords).sum();
  }

  void requireUnchanged() throws IOException {
    input.file().requireUnchanged();
  }

  JsonInput input() {
    return input;
  }

  /** The text from an offset on. */
  InputStream from(long place) throws IOException {
    return input.openAt(place);
  }

  /** An entry's text, as an object with only this member. */
  InputStream text(EntrySlice entry) throws IOException {
    return entry.slice().isOversized()
        ? new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    ascii("{"), new FirstBytes(from(entry.offset()), entry.length()), ascii("}"))))
        : new ByteArrayInputStream(entry.slice().bytes());
  }

  private static InputStream ascii(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }
}
