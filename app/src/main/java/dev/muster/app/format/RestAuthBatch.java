package dev.muster.app.format;

import dev.muster.app.format.EntrySlicer.EntrySlice;
import dev.muster.app.format.RestAuthSection.Kind;
import dev.muster.read.Position;
import dev.muster.read.ReadResult;
import dev.muster.read.RecordBatch;
import java.util.List;

/** Consecutive members of one section of a RestAuth document. */
public final class RestAuthBatch implements RecordBatch {

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

  /** The section that all of them are from. */
  public Kind kind() {
    return kind;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public boolean ofUsers() {
    return kind == Kind.USERS;
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

  /** One of the groups, whatever its size. */
  public RestAuthGroup group(int place) {
    EntrySlice entry = entries.get(place);
    return new RestAuthGroup(entry.slice().position(), () -> document.tokens(entry));
  }
}
