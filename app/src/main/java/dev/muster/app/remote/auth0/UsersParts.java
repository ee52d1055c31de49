package dev.muster.app.remote.auth0;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups the users of a payload, in their order, into arrays of a limited size. */
public final class UsersParts {

  private static final int BRACKETS = 2;

  private final PayloadReader payload;
  private final long bytesMax;
  private @Nullable UserText ahead;

  /**
   * Groups the rest of a payload.
   *
   * @param bytesMax the largest array in bytes; a larger user is alone in one
   */
  public UsersParts(PayloadReader payload, long bytesMax) throws IOException, PayloadProblem {
    this.payload = payload;
    this.bytesMax = bytesMax;
    this.ahead = payload.next();
  }

  /** The next part, which is empty only if there are no users at all. */
  public UsersPart next() throws IOException, PayloadProblem {
    List<UserText> users = new ArrayList<>();
    long bytes = BRACKETS;
    UserText user = ahead;
    while (user != null && (users.isEmpty() || bytes + user.json().length + 1 <= bytesMax)) {
      users.add(user);
      bytes += user.json().length + 1;
      user = payload.next();
    }
    ahead = user;
    return new UsersPart(users, user == null);
  }
}
