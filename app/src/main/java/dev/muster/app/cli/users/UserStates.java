package dev.muster.app.cli.users;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.store.UserFilter;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of {@link UserFilter.State}. */
final class UserStates extends Candidates implements ITypeConverter<UserFilter.State> {

  UserStates() {
    super(
        Arrays.stream(UserFilter.State.values())
            .map(UserFilter.State::wireName)
            .toArray(String[]::new));
  }

  @Override
  public UserFilter.State convert(String name) {
    return Arrays.stream(UserFilter.State.values())
        .filter(state -> state.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no state '"
                        + name
                        + "'; there are "
                        + Arrays.stream(UserFilter.State.values())
                            .map(UserFilter.State::wireName)
                            .collect(Collectors.joining(", "))));
  }
}
