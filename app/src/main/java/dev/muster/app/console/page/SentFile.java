package dev.muster.app.console.page;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent while it is made. The answer begins with the file's first byte, so that a
 * failure before it is told by a page. A later failure cuts the connection, and the browser says
 * that the file is incomplete. For one request.
 */
public final class SentFile {

  private final Context context;
  private final String type;
  private final String name;

  /**
   * A file.
   *
   * @param type its media type
   * @param name under which browsers keep it
   */
  public SentFile(Context context, String type, String name) {
    this.context = context;
    this.type = type;
    this.name = name;
  }

  /** Makes a file. */
  public interface Maker {

    /**
     * Writes the whole file.
     *
     * @param out need not be closed
     */
    void write(OutputStream out) throws IOException;
  }

  /** Sends what is written. */
  public void send(Maker maker) throws IOException {
    Output out = new Output();
    boolean whole = false;
    try {
      maker.write(out);
      out.begun(); // also an empty file is one
      whole = true;
    } finally {
      if (!whole && out.body != null) {
        context.res().flushBuffer(); // now nothing can be answered but what was begun
      }
    }
  }

  private final class Output extends OutputStream {

    private @Nullable OutputStream body;

    private OutputStream begun() {
      OutputStream known = body;
      if (known == null) {
        context.contentType(type);
        context.header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        known = context.outputStream();
        body = known;
      }
      return known;
    }

    @Override
    public void write(int b) throws IOException {
      begun().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      begun().write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      if (body != null) {
        body.flush();
      }
    }

    @Override
    public void close() {} // the server ends the answer
  }
}
