package dev.muster.app.remote.auth0;

import dev.muster.app.format.input.InputFile;
import dev.muster.app.format.input.InputLimits;
import dev.muster.problem.InputRefused;
import java.io.IOException;

/**
 * How a payload is sent, known before any of it is.
 *
 * @param users how many users it has
 * @param parts into how many jobs it is split
 * @param isNull whether it is the word {@code null}
 */
public record UsersPlan(long users, int parts, boolean isNull) {

  /**
   * Reads a payload to its end.
   *
   * @param arrayBytesMax the largest array to send
   * @throws PayloadProblem if it can't be sent
   */
  public static UsersPlan of(InputFile file, InputLimits limits, long arrayBytesMax)
      throws IOException, InputRefused, PayloadProblem {
    try (PayloadReader payload = PayloadReader.open(file, limits)) {
      if (payload.kind() == PayloadKind.NULL) {
        return new UsersPlan(0, 1, true);
      }
      UsersParts parts = new UsersParts(payload, arrayBytesMax);
      long users = 0;
      int count = 0;
      UsersPart part;
      do {
        part = parts.next();
        count++;
        users += part.users().size();
        refuseOversized(part, arrayBytesMax);
      } while (!part.last());
      return new UsersPlan(users, count, false);
    }
  }

  private static void refuseOversized(UsersPart part, long arrayBytesMax) throws PayloadProblem {
    if (part.users().size() == 1 && part.users().get(0).json().length + 2 > arrayBytesMax) {
      UserText user = part.users().get(0);
      throw new PayloadProblem(
          "user "
              + (user.index() + 1)
              + ", line "
              + user.line()
              + ", has "
              + user.json().length
              + " bytes, more than the server takes in one file (see --part-bytes)");
    }
  }
}
