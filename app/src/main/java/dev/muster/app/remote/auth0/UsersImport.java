package dev.muster.app.remote.auth0;

import java.util.Optional;

/**
 * What a job of the API is to import.
 *
 * @param connectionId the connection's id
 * @param upsert whether users that exist are updated
 * @param sendCompletionEmail whether a mail is sent at the end
 * @param users a JSON array; empty to send none, as Auth0's command does for {@code null}
 */
public record UsersImport(
    String connectionId, boolean upsert, boolean sendCompletionEmail, Optional<byte[]> users) {

  /** More than the bytes of a request's body that are not users. */
  public static final int OVERHEAD_BYTES = 1_200;

  Multipart body() {
    Multipart body =
        new Multipart()
            .field("connection_id", connectionId)
            .field("upsert", Boolean.toString(upsert))
            .field("external_id", "")
            .field("send_completion_email", Boolean.toString(sendCompletionEmail));
    users.ifPresent(array -> body.file("users", "users.json", "application/json", array));
    return body;
  }

  @Override
  public String toString() {
    return "UsersImport[" + connectionId + ", upsert=" + upsert + "]";
  }
}
