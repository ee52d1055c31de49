package dev.muster.app.format.restauth;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.Section;
import dev.muster.app.format.json.JsonBatch;
import dev.muster.app.format.restauth.EntrySlicer.EntrySlice;
import dev.muster.app.format.restauth.RestAuthSection.Kind;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Consecutive members of one section of a RestAuth document. */
final class RestAuthBatch implements RecordBatch {

  private final Kind kind;
  private final List<EntrySlice> entries;
  private final JsonBatch objects;
  private final RestAuthDocument document;

  RestAuthBatch(Kind kind, List<EntrySlice> entries, JsonBatch objects, RestAuthDocument document) {
    this.kind = kind;
    this.entries = List.copyOf(entries);
    this.objects = objects;
    this.document = document;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public Section section() {
    return kind.section();
  }

  @Override
  public ReadResult parse(int place) {
    return objects.parse(place);
  }

  @Override
  public Position position(int place) {
    return objects.position(place);
  }

  @Override
  public byte[] source(int place) {
    return RestAuthRejects.inSection(kind, objects.source(place));
  }

  /** The entry's text, as an object with only this member. */
  @Override
  public InputStream open(int place) throws IOException {
    return document.text(entries.get(place));
  }
}
