package dev.muster.app.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The console's templates, which the build compiles. Thread-safe. */
public final class Templates {

  private static final String PACKAGE = "dev.muster.app.console.template";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

  /**
   * The HTML of a page.
   *
   * @param name the template's file name without its ending, such as {@code users/list}
   * @param page what the template shows
   */
  String render(String name, Frame frame, Object page) {
    StringOutput out = new StringOutput();
    engine.render(name + ".jte", Map.of("frame", frame, "page", page), out);
    return out.toString();
  }
}
