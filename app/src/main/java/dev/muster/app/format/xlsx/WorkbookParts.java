package dev.muster.app.format.xlsx;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The XML parts of a workbook's zip archive. Parts that expand without measure are refused. */
final class WorkbookParts implements Closeable {

  /** A part may expand to this size, whatever it was compressed to; reading it takes seconds. */
  private static final long PLAIN_BYTES_MAX = 1L << 30;

  /** Sheets are compressed to a tenth or a twentieth; a file of one repeated row to a hundredth. */
  private static final long RATIO_MAX = 400;

  private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private final ZipFile zip;
  private final long expandedBytesMax;

  /**
   * Opens an archive.
   *
   * @param expandedBytesMax the greatest size of a part
   */
  WorkbookParts(Path file, long expandedBytesMax) throws IOException {
    this.expandedBytesMax = expandedBytesMax;
    try {
      this.zip = new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  /** A part's XML; empty if there is no such part. */
  Optional<XMLStreamReader> find(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name.startsWith("/") ? name.substring(1) : name);
    if (entry == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          XML.createXMLStreamReader(
              new BoundedMarkup(bounded(zip.getInputStream(entry), entry), entry.getName())));
    } catch (XMLStreamException e) {
      throw damaged(e);
    }
  }

  /** A part's XML. */
  XMLStreamReader open(String name) throws IOException {
    return find(name).orElseThrow(() -> damaged("the part " + name + " is missing"));
  }

  static WorkbookProblem damaged(String what) {
    return new WorkbookProblem(
        "the workbook is damaged (" + what + "): open it, and save it as .xlsx again");
  }

  static IOException damaged(XMLStreamException e) {
    Throwable cause = e.getNestedException();
    if (cause instanceof WorkbookProblem problem) {
      return problem;
    }
    return damaged("line " + e.getLocation().getLineNumber() + " of a part is not well-formed");
  }

  private InputStream bounded(InputStream in, ZipEntry entry) {
    long compressed = Math.max(1, entry.getCompressedSize());
    long most = Math.min(expandedBytesMax, Math.max(PLAIN_BYTES_MAX, compressed * RATIO_MAX));
    return new FilterInputStream(in) {
      private long left = most;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int n;
        try {
          n = super.read(buffer, offset, length);
        } catch (ZipException | EOFException e) {
          throw damaged(String.valueOf(e.getMessage()));
        }
        left -= Math.max(0, n);
        if (left < 0) {
          throw new WorkbookProblem(
              "the part "
                  + entry.getName()
                  + " of the workbook expands to more than "
                  + most
                  + " bytes, which is the limit"
                  + (most == expandedBytesMax
                      ? " (limits: expanded_bytes in muster.yml)"
                      : " for a part of " + compressed + " bytes: save the sheet as CSV"));
        }
        return n;
      }
    };
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
