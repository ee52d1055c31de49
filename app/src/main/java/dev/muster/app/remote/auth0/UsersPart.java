package dev.muster.app.remote.auth0;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Users that are sent in one job.
 *
 * @param users in the payload's order
 * @param last whether none follow
 */
public record UsersPart(List<UserText> users, boolean last) {

  public UsersPart {
    users = List.copyOf(users);
  }

  /** The users as a JSON array. */
  public byte[] array() {
    ByteArrayOutputStream array = new ByteArrayOutputStream();
    array.write('[');
    for (int i = 0; i < users.size(); i++) {
      if (i > 0) {
        array.write(',');
      }
      array.writeBytes(users.get(i).json());
    }
    array.write(']');
    return array.toByteArray();
  }
}
