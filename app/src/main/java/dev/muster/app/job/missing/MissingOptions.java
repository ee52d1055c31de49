package dev.muster.app.job.missing;

import dev.muster.user.User;
import dev.muster.value.Struct;
import dev.muster.value.Value;
import java.util.Optional;

/**
 * What an import is to do about users who are missing from its input.
 *
 * @param limit the most users that may be missing, if the action changes them
 * @param among the users who are expected in the input; empty for all of the realm
 */
public record MissingOptions(
    MissingAction action, MissingLimit limit, Optional<MissingSelection> among) {

  /** Whether a user of the realm is expected in the input. */
  public boolean includes(User user) {
    return among.map(selection -> selection.includes(user)).orElse(true);
  }

  /**
   * Whether users who are disabled already are of no interest: those who left earlier are not
   * reported or disabled again. A deletion concerns them too.
   */
  public boolean sparesDisabled() {
    return action != MissingAction.DELETE;
  }

  /** As a JSON object. */
  public Struct toStruct() {
    Struct.Builder members =
        new Struct.Builder()
            .append("action", Value.of(action.wireName()))
            .append("limit", Value.of(limit.text()));
    among.ifPresent(selection -> members.append("among", Value.of(selection.text())));
    return members.build();
  }

  /** Parses the result of {@link #toStruct}. */
  public static MissingOptions of(Struct members) {
    return new MissingOptions(
        Optional.ofNullable(members.text("action")).flatMap(MissingAction::named).orElseThrow(),
        Optional.ofNullable(members.text("limit"))
            .flatMap(MissingLimit::parse)
            .orElse(MissingLimit.DEFAULT),
        Optional.ofNullable(members.text("among")).flatMap(MissingSelection::parse));
  }
}
