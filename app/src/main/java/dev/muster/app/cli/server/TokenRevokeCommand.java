package dev.muster.app.cli.server;

import dev.muster.app.cli.session.CliSession;
import dev.muster.app.cli.session.ExitStatus;
import dev.muster.app.format.UsageProblem;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code muster token revoke}. */
@Command(
    name = "revoke",
    sortOptions = false,
    description = "Revoke a token before it expires: servers refuse it from now on.",
    footer = {"", "Revoking a token again changes nothing."})
public final class TokenRevokeCommand implements Callable<Integer> {

  private final CliSession session;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "The token's id: its jti, as muster journal --action token shows it.")
  private String id = "";

  public TokenRevokeCommand(CliSession session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    requireId();
    boolean revoked = session.changes().revokeToken(id);
    session.out().println("token " + id + (revoked ? " revoked" : " was revoked already"));
    return ExitStatus.OK;
  }

  /** A token in an argument would be readable by other users of the machine. */
  private void requireId() throws UsageProblem {
    try {
      if (UUID.fromString(id).toString().equals(id)) {
        return;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new UsageProblem(
        "'"
            + (id.length() > 40 ? id.substring(0, 10) + "…" : id)
            + "' is not the id of a token; to list them: ",
        "journal --action token");
  }
}
