package dev.muster.app.upload.run;

import dev.muster.app.format.SurveyedInput;
import dev.muster.app.format.input.InputFile;
import java.io.Closeable;
import java.io.IOException;

/** A document that was surveyed, with the file that it is read from. It needs no session. */
record SurveyedDocument(InputFile file, SurveyedInput survey) implements Closeable {

  @Override
  public void close() throws IOException {
    file.close();
  }
}
