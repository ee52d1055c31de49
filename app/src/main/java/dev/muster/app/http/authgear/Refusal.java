package dev.muster.app.http.authgear;

import java.io.Serial;

/** A request is refused with an answer. */
final class Refusal extends Exception {

  @Serial private static final long serialVersionUID = 1;

  private final transient Reply reply;

  Refusal(Reply reply) {
    super(reply.status().toString());
    this.reply = reply;
  }

  Reply reply() {
    return reply;
  }
}
