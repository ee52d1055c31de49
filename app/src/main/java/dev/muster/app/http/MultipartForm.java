package dev.muster.app.http;

import dev.muster.app.tempfile.TemporaryFolder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.ee10.servlet.ServletMultiPartFormData;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.InputStreamContentSource;
import org.eclipse.jetty.server.Request;

/**
 * The body of a request as a form of {@code multipart/form-data} (RFC 7578). Its parts are received
 * as they come, large ones in temporary files, which are deleted on close.
 */
public final class MultipartForm implements Closeable {

  /** Parts that are larger go to temporary files at once. */
  private static final int PART_IN_MEMORY_BYTES = 1 << 16;

  private static final int PARTS_MAX = 1_000;
  private static final int BUFFER_BYTES = 1 << 14;

  private final TemporaryFolder folder;
  private final List<Part> parts;

  private MultipartForm(TemporaryFolder folder, List<Part> parts) {
    this.folder = folder;
    this.parts = parts;
  }

  /**
   * Receives a form of any size.
   *
   * @throws DamagedForm if the body is no form, or broke off
   */
  public static MultipartForm receive(HttpServletRequest request) throws DamagedForm, IOException {
    return receiveWithin(-1, request);
  }

  /**
   * Receives a form.
   *
   * @param bytesMax the size of the largest body
   * @throws FormTooLarge if the body is larger; it was not received to its end
   * @throws DamagedForm if the body is no form, or broke off
   */
  public static MultipartForm receive(HttpServletRequest request, long bytesMax)
      throws DamagedForm, FormTooLarge, IOException {
    try {
      return receiveWithin(bytesMax, request);
    } catch (DamagedForm e) {
      if (bytesReceived(request) > bytesMax) {
        throw new FormTooLarge();
      }
      throw e;
    }
  }

  private static MultipartForm receiveWithin(long bytesMax, HttpServletRequest request)
      throws DamagedForm, IOException {
    TemporaryFolder folder = TemporaryFolder.make("form");
    boolean whole = false;
    try {
      List<Part> parts = parts(request, bytesMax, folder.file(""));
      whole = true;
      return new MultipartForm(folder, parts);
    } catch (CompletionException
        | IOException
        | IllegalStateException
        | IllegalArgumentException
        | HttpException.RuntimeException e) {
      throw new DamagedForm(e);
    } finally {
      if (!whole) {
        folder.close();
      }
    }
  }

  /**
   * The parts of a body. Servlets' own method is not used, because it also makes texts of all parts
   * without a file name, up to 200,000 bytes, in a character set that may be unknown.
   */
  private static List<Part> parts(HttpServletRequest request, long bytesMax, Path folder)
      throws IOException {
    String type = request.getContentType();
    if (type == null || MultiPart.extractBoundary(type) == null) {
      throw new IllegalStateException("no form");
    }
    ServletContextRequest core = ServletContextRequest.getServletContextRequest(request);
    ByteBufferPool.Sized buffers =
        new ByteBufferPool.Sized(core.getComponents().getByteBufferPool(), false, BUFFER_BYTES);
    MultiPartConfig config =
        new MultiPartConfig.Builder()
            .location(folder)
            .maxParts(PARTS_MAX)
            .maxSize(bytesMax)
            .maxPartSize(-1)
            .maxMemoryPartSize(PART_IN_MEMORY_BYTES)
            .bufferPool(buffers)
            .build();
    Content.Source body = new InputStreamContentSource(request.getInputStream(), buffers);
    MultiPartFormData.Parts parts = MultiPartFormData.getParts(body, core, type, config);
    return List.copyOf(new ServletMultiPartFormData.Parts(folder, parts).getParts());
  }

  private static long bytesReceived(HttpServletRequest request) {
    return Request.getContentBytesRead(ServletContextRequest.getServletContextRequest(request));
  }

  /** All parts, in the order of the form. */
  public List<Part> parts() {
    return parts;
  }

  /** All parts with a name, in the order of the form. */
  public List<Part> parts(String name) {
    return parts.stream().filter(part -> name.equals(part.getName())).toList();
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
