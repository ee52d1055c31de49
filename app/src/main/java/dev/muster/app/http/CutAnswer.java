package dev.muster.app.http;

import io.javalin.http.Context;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Cuts the connection of an answer that has begun and can't be finished. Otherwise the server would
 * end it as if it were whole.
 */
public final class CutAnswer {

  private CutAnswer() {}

  /** Cuts the connection if the answer to a request has begun; tells whether it has. */
  public static boolean cut(Context context) {
    if (!context.res().isCommitted()) {
      return false;
    }
    try {
      context.res().flushBuffer(); // as much as can be told of it
    } catch (IOException e) {
      // the client has gone
    }
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
    return true;
  }
}
