package dev.muster.app.console.imports;

import dev.muster.app.console.directory.Shown;
import dev.muster.app.console.page.ProblemText;
import dev.muster.app.console.page.Texts;
import dev.muster.app.upload.run.Outdated;
import dev.muster.problem.ShownText;
import java.util.Locale;

/** Why a report has failed, or waits for another attempt. */
public final class ShownTrouble {

  private ShownTrouble() {}

  /** The recorded reason, which is English, in the language of a page if it is known there. */
  public static ProblemText of(Texts texts, String recorded) {
    for (Outdated.Reason reason : Outdated.Reason.values()) {
      if (recorded.startsWith(reason.sentence())) {
        return new ProblemText(texts.text(key(reason)), false);
      }
    }
    return ProblemText.of(texts, "", Shown.message(recorded));
  }

  /** The beginning of the recorded reason. */
  static ProblemText inList(Texts texts, String recorded) {
    ProblemText whole = of(texts, recorded.lines().findFirst().orElse(""));
    return new ProblemText(ShownText.cut(whole.text()), whole.english());
  }

  /** The key of the text that explains why a simulation is not executed. */
  public static String key(Outdated.Reason reason) {
    return "report.outdated." + reason.name().toLowerCase(Locale.ROOT).replace("_", "");
  }
}
