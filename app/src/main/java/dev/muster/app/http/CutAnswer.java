package dev.muster.app.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * Cuts the connection of an answer that has begun and can't be finished. Otherwise the server would
 * end it as if it were whole. The connection is reset, not closed: an answer to a client of
 * HTTP/1.0, or to one that asks for {@code Connection: close}, has no other end than that of the
 * connection.
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
    reset(
        ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint());
    return true;
  }

  /** Closes a connection so that its client sees an error. */
  private static void reset(EndPoint connection) {
    EndPoint plain = connection;
    while (plain instanceof EndPoint.Wrapper tls) {
      plain = tls.unwrap(); // TLS would say first that all is well
    }
    if (plain.getTransport() instanceof SocketChannel socket) {
      try {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // the client has gone
      }
    }
    plain.close();
  }
}
