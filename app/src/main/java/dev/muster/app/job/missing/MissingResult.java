package dev.muster.app.job.missing;

import dev.muster.value.Struct;
import dev.muster.value.Value;

/**
 * What an import found out about users who are missing from its input.
 *
 * @param options what it was to do about them
 * @param missing how many are missing
 * @param users how many were expected in the input
 * @param disabledBefore how many more are missing who were disabled before, and were not expected
 * @param created how many users the input's records would create
 * @param listed how many of the missing users are stored by name
 * @param refused whether nothing was imported, because too many are missing
 */
public record MissingResult(
    MissingOptions options,
    long missing,
    long users,
    long disabledBefore,
    long created,
    long listed,
    boolean refused) {

  /** As a JSON object. */
  public Struct toStruct() {
    Struct.Builder members = new Struct.Builder();
    Struct asked = options.toStruct();
    for (int i = 0; i < asked.size(); i++) {
      members.append(asked.nameAt(i), asked.valueAt(i));
    }
    return members
        .append("count", Value.of(missing))
        .append("of", Value.of(users))
        .append("disabled_before", Value.of(disabledBefore))
        .append("created", Value.of(created))
        .append("listed", Value.of(listed))
        .append("refused", Value.of(refused))
        .build();
  }

  /** Parses the result of {@link #toStruct}. */
  public static MissingResult of(Struct members) {
    return new MissingResult(
        MissingOptions.of(members),
        number(members, "count"),
        number(members, "of"),
        number(members, "disabled_before"),
        number(members, "created"),
        number(members, "listed"),
        Value.TRUE.equals(members.get("refused")));
  }

  private static long number(Struct members, String name) {
    return members.get(name) instanceof Value.Num number ? Long.parseLong(number.literal()) : 0;
  }
}
