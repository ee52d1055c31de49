package dev.muster.app.mail;

import static dev.muster.app.mail.Mail.escaped;

import dev.muster.app.job.JobState;
import dev.muster.app.mail.ImportReport.TopProblem;
import dev.muster.report.Tally;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The mail about an ended import. */
final class CompletionMail {

  private static final int MESSAGE_CHARACTERS_MAX = 200;

  private CompletionMail() {}

  /** Writes a report. */
  static Mail of(ImportReport report, MailTexts texts) {
    return new Mail(subject(report, texts), text(report, texts), html(report, texts));
  }

  private static String subject(ImportReport report, MailTexts texts) {
    String key =
        report.job().state() == JobState.FAILED
            ? "subject.failed"
            : report.tally().failed() > 0 ? "subject.problems" : "subject.completed";
    return texts.of(key, id(report), report.tally().failed(), report.tally().total());
  }

  /** The id that the person who started the import knows. */
  private static String id(ImportReport report) {
    return report.job().provenance().publicId().orElse(report.job().id());
  }

  private static String introduction(ImportReport report, MailTexts texts) {
    String key =
        report.job().state() == JobState.FAILED ? "introduction.failed" : "introduction.completed";
    return texts.of(key, id(report), report.job().realm(), report.tally().total());
  }

  private static Optional<String> cause(ImportReport report, MailTexts texts) {
    return report.reason().map(why -> texts.of("cause", line(why)));
  }

  private static Map<String, Long> counts(ImportReport report, MailTexts texts) {
    Tally tally = report.tally();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put(texts.of("count.inserted"), tally.inserted());
    counts.put(texts.of("count.updated"), tally.updated());
    if (tally.skipped() > 0) {
      counts.put(texts.of("count.skipped"), tally.skipped());
    }
    counts.put(texts.of("count.failed"), tally.failed());
    counts.put(texts.of("count.total"), tally.total());
    return counts;
  }

  private static String text(ImportReport report, MailTexts texts) {
    StringBuilder text = new StringBuilder(introduction(report, texts)).append("\n");
    cause(report, texts).ifPresent(why -> text.append(why).append('\n'));
    text.append('\n');
    counts(report, texts)
        .forEach((name, count) -> text.append(texts.of("count", name, count)).append('\n'));
    if (!report.problems().isEmpty()) {
      text.append('\n').append(texts.of("problems")).append('\n');
      for (TopProblem each : report.problems()) {
        text.append(texts.of("problem", each.records(), each.code(), line(each.example())))
            .append('\n');
      }
    }
    text.append('\n').append(texts.of("command", id(report))).append('\n');
    report.link().ifPresent(link -> text.append(texts.of("link", link)).append('\n'));
    return text.append('\n').append(texts.of("reason")).append('\n').toString();
  }

  private static String html(ImportReport report, MailTexts texts) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
            .append(texts.language())
            .append("\"><head><meta charset=\"utf-8\"><title>")
            .append(escaped(subject(report, texts)))
            .append("</title></head>\n<body style=\"font-family: sans-serif; color: #222\">\n<p>")
            .append(escaped(introduction(report, texts)))
            .append("</p>\n");
    cause(report, texts).ifPresent(why -> html.append("<p>").append(escaped(why)).append("</p>\n"));
    html.append("<table style=\"border-collapse: collapse\">\n");
    counts(report, texts)
        .forEach(
            (name, count) ->
                html.append("<tr><th style=\"text-align: left; padding: 2px 16px 2px 0\">")
                    .append(escaped(name))
                    .append("</th><td style=\"text-align: right\">")
                    .append(texts.of("number", count))
                    .append("</td></tr>\n"));
    html.append("</table>\n");
    if (!report.problems().isEmpty()) {
      html.append("<p>").append(escaped(texts.of("problems"))).append("</p>\n<ul>\n");
      for (TopProblem each : report.problems()) {
        html.append("<li>")
            .append(
                escaped(
                    texts.of("problem.html", each.records(), each.code(), line(each.example()))))
            .append("</li>\n");
      }
      html.append("</ul>\n");
    }
    html.append("<p>").append(escaped(texts.of("command", id(report)))).append("</p>\n");
    report
        .link()
        .map(Mail::escaped)
        .ifPresent(
            link ->
                html.append("<p><a href=\"")
                    .append(link)
                    .append("\">")
                    .append(escaped(texts.of("link.html")))
                    .append("</a></p>\n"));
    return html.append("<p style=\"color: #666\">")
        .append(escaped(texts.of("reason")))
        .append("</p>\n</body></html>\n")
        .toString();
  }

  /** One line of bounded length. */
  private static String line(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() <= MESSAGE_CHARACTERS_MAX
        ? line
        : line.substring(0, MESSAGE_CHARACTERS_MAX) + "\u2026";
  }
}
