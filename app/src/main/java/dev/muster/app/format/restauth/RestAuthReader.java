package dev.muster.app.format.restauth;

import dev.muster.app.format.RecordBatch;
import dev.muster.app.format.RecordReader;
import dev.muster.app.format.json.JsonBatch;
import dev.muster.app.format.json.MarkedLine;
import dev.muster.app.format.json.RecordSlice;
import dev.muster.app.format.restauth.EntrySlicer.EntrySlice;
import dev.muster.app.json.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of all sections, in the order in which they are imported; a batch has members
 * of one section only.
 */
final class RestAuthReader implements RecordReader {

  /** The most bytes in a batch, because each group may be large. */
  private static final long BATCH_BYTES = 4L << 20;

  private final RestAuthDocument document;
  private final Iterator<RestAuthSection> sections;
  private final JsonParser parser;
  private @Nullable RestAuthSection section;
  private @Nullable InputStream in;
  private @Nullable EntrySlicer slicer;
  private long read;
  private long readOfSection;

  RestAuthReader(RestAuthDocument document) {
    this.document = document;
    this.sections = document.sections().iterator();
    this.parser =
        new JsonParser(document.limits().depth() + 1, document.limits().fieldCharacters());
  }

  @Override
  public RecordBatch next(int max) throws IOException {
    while (true) {
      EntrySlicer entries = slicer;
      RestAuthSection here = section;
      if (entries == null || here == null) {
        if (!sections.hasNext()) {
          return batch(List.of());
        }
        begin(sections.next());
        continue;
      }
      List<EntrySlice> batch = new ArrayList<>();
      long bytes = 0;
      EntrySlice entry;
      while (batch.size() < max && bytes < BATCH_BYTES && (entry = entries.next()) != null) {
        batch.add(entry);
        bytes += entry.slice().bytes().length;
      }
      read += batch.size();
      readOfSection += batch.size();
      if (!batch.isEmpty()) {
        List<RecordSlice> slices = batch.stream().map(EntrySlice::slice).toList();
        JsonBatch objects = batch(slices);
        return new RestAuthBatch(here.kind(), batch, objects, document);
      }
      end(here);
    }
  }

  private JsonBatch batch(List<RecordSlice> slices) {
    return new JsonBatch(
        slices,
        parser,
        document.limits().recordBytes(),
        new JsonBatch.Origin(document.input(), 0, MarkedLine.NONE));
  }

  private void begin(RestAuthSection next) throws IOException {
    InputStream text = document.from(next.offset());
    in = text;
    section = next;
    readOfSection = 0;
    slicer = new EntrySlicer(text, next, read, document.limits().recordBytes());
  }

  private void end(RestAuthSection here) throws IOException {
    if (readOfSection != here.count()) {
      throw new IOException(
          "the input has changed: it held "
              + here.count()
              + " "
              + here.kind().wireName()
              + " before");
    }
    close();
    slicer = null;
  }

  @Override
  public void close() throws IOException {
    if (in != null) {
      in.close();
    }
  }
}
