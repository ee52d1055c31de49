package dev.muster.app.cli.server;

import dev.muster.app.http.Access;
import dev.muster.app.http.AccessListener;
import dev.muster.app.json.JsonText;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.io.PrintWriter;
import java.time.Instant;

/**
 * Prints answered requests as JSON documents, one a line:
 *
 * <pre>
 * {"event":"request","time":"…","client":"::1","method":"GET","path":"/healthz","status":200,…}
 * </pre>
 */
final class AccessLines implements AccessListener {

  private final PrintWriter out;

  AccessLines(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void answered(Access access) {
    String line =
        JsonText.of(
            new Struct.Builder()
                .append("event", Value.of("request"))
                .append("time", Value.of(Instant.now().toString()))
                .append("client", Value.of(access.client()))
                .append("method", Value.of(access.method()))
                .append("path", Value.of(access.path()))
                .append("status", Value.of(access.status()))
                .append("milliseconds", Value.of(access.time().toMillis()))
                .build());
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}
