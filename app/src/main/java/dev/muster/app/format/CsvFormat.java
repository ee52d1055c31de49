package dev.muster.app.format;

import dev.muster.password.HashSchemes;
import dev.muster.problem.InputRefused;
import java.io.IOException;
import java.util.List;

/** Tables in Authentic2's dialect of CSV: a header of columns with flags, then a user a row. */
public final class CsvFormat implements ImportFormat {

  private final HashSchemes schemes;

  /**
   * The format.
   *
   * @param schemes the encodings that a password hash may have: Django's
   */
  public CsvFormat(HashSchemes schemes) {
    this.schemes = schemes;
  }

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public SurveyedInput survey(InputFile input, ImportOptions options)
      throws InputRefused, IOException {
    List<TextEncoding> candidates = TextEncoding.candidates(options.encoding(), input);
    for (TextEncoding encoding : candidates.subList(0, candidates.size() - 1)) {
      try {
        return survey(input, encoding, options);
      } catch (BadEncoding e) {
        // It is not this one, then.
      }
    }
    try {
      return survey(input, candidates.get(candidates.size() - 1), options);
    } catch (BadEncoding e) {
      throw new InputRefused(e.problem());
    }
  }

  private SurveyedInput survey(InputFile input, TextEncoding encoding, ImportOptions options)
      throws InputRefused, IOException {
    return new CsvSurvey(new CsvInput(input, encoding, options.limits()), options).run(schemes);
  }
}
