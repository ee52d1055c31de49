package dev.muster.app.cli.auth0;

import dev.muster.app.format.input.InputFile;
import java.util.List;

/** Where users are imported: the directory, or a server. The methods are called in their order. */
interface Destination {

  /** The names of the connections to choose from. */
  List<String> connections() throws Exception;

  /** Chooses a connection. */
  void use(String connection) throws Exception;

  /** Checks that a payload can be imported, before somebody is asked whether it is to be. */
  void check(InputFile payload) throws Exception;

  /**
   * Imports the users and prints what came of it; returns the exit status.
   *
   * @param source deletes the payload, also when the process is interrupted
   */
  int importUsers(InputFile payload, PayloadSource source) throws Exception;
}
