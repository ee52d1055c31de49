package dev.muster.app.http;

import dev.muster.app.tempfile.TemporaryFolder;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;

/**
 * The body of a request as a form of {@code multipart/form-data} (RFC 7578). Its parts are received
 * as they come, large ones in temporary files, which are deleted on close.
 */
public final class MultipartForm implements Closeable {

  /** Parts that are larger go to temporary files at once. */
  private static final int PART_IN_MEMORY_BYTES = 1 << 16;

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
      request.setAttribute(
          ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
          new MultipartConfigElement(
              folder.file("").toString(), -1, bytesMax, PART_IN_MEMORY_BYTES));
      List<Part> parts = List.copyOf(request.getParts());
      whole = true;
      return new MultipartForm(folder, parts);
    } catch (ServletException
        | IOException
        | IllegalStateException
        | HttpException.RuntimeException e) {
      throw new DamagedForm(e);
    } finally {
      if (!whole) {
        folder.close();
      }
    }
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
