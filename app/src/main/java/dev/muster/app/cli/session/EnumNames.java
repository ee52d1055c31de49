package dev.muster.app.cli.session;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The wire names of an enum's constants, as candidates and values of an option. */
public abstract class EnumNames<E extends Enum<E>> extends Candidates implements ITypeConverter<E> {

  private final String what;
  private final E[] values;
  private final Function<E, String> wireName;

  /**
   * Names.
   *
   * @param what what a constant is, for messages: {@code state}
   */
  protected EnumNames(String what, E[] values, Function<E, String> wireName) {
    super(Arrays.stream(values).map(wireName).toArray(String[]::new));
    this.what = what;
    this.values = values.clone();
    this.wireName = wireName;
  }

  @Override
  public final E convert(String name) {
    return Arrays.stream(values)
        .filter(value -> wireName.apply(value).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no "
                        + what
                        + " '"
                        + name
                        + "'; there are "
                        + Arrays.stream(values).map(wireName).collect(Collectors.joining(", "))));
  }
}
