package dev.muster.app.format;

import dev.muster.app.format.input.InputFile;
import dev.muster.problem.InputRefused;
import dev.muster.value.Struct;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A format that notes at which records its inputs are opened after their survey. */
public final class WatchedFormat implements ImportFormat {

  private final ImportFormat format;
  private final Queue<Long> opened;

  /**
   * Watches a format.
   *
   * @param opened receives the index of the first record of each reader
   */
  public WatchedFormat(ImportFormat format, ConcurrentLinkedQueue<Long> opened) {
    this.format = format;
    this.opened = opened;
  }

  @Override
  public String name() {
    return format.name();
  }

  @Override
  public SurveyedInput survey(InputFile file, ImportOptions options)
      throws InputRefused, IOException {
    return watch(format.survey(file, options), opened);
  }

  /** The same input, which notes where it is opened. */
  public static SurveyedInput watch(SurveyedInput input, Queue<Long> opened) {
    return (SurveyedInput)
        Proxy.newProxyInstance(
            SurveyedInput.class.getClassLoader(),
            new Class<?>[] {SurveyedInput.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("open")) {
                opened.add(0L);
              } else if (method.getName().equals("openAt")) {
                opened.add(((InputMark) arguments[0]).recordIndex());
              }
              return call(input, method, arguments);
            });
  }

  private static Object call(SurveyedInput input, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(input, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public KeptRecords kept(List<String> header, Struct formatOptions) {
    return format.kept(header, formatOptions);
  }
}
