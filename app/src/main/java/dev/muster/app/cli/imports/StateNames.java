package dev.muster.app.cli.imports;

import dev.muster.app.cli.session.Candidates;
import dev.muster.app.job.JobState;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of {@link JobState}. */
final class StateNames extends Candidates implements ITypeConverter<JobState> {

  StateNames() {
    super(Arrays.stream(JobState.values()).map(JobState::wireName).toArray(String[]::new));
  }

  @Override
  public JobState convert(String name) {
    return Arrays.stream(JobState.values())
        .filter(state -> state.wireName().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no state '"
                        + name
                        + "'; there are "
                        + Arrays.stream(JobState.values())
                            .map(JobState::wireName)
                            .collect(Collectors.joining(", "))));
  }
}
