package fr.gestmat.notice.control;

import fr.gestmat.notice.entity.NoticeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts notices into French words, as plain text and as simple HTML that says the same. Whatever a
 * fact holds is text, in both.
 */
public final class Letters {

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("fr.gestmat.notice.notices", Locale.ROOT);
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  private Letters() {}

  /**
   * What a mail is made of.
   *
   * @param recipient who reads it; blank if nobody whom we know told their name
   * @param school who writes; empty if the authority does
   * @param authority on whose behalf
   * @param home where the reader comes in, if we know our own address
   * @param stop address that turns reminders off, if the mail is one that may be turned off
   */
  public record Head(
      String recipient,
      String school,
      String authority,
      Optional<String> home,
      Optional<String> stop) {}

  /**
   * One notice.
   *
   * @param kind what it is about
   * @param facts the values of its sentence
   */
  public record Line(NoticeKind kind, Map<String, String> facts) {}

  /**
   * A finished mail.
   *
   * @param subject one line
   * @param text plain text
   * @param html the same as a page without pictures or links to anybody else
   */
  public record Letter(String subject, String text, String html) {}

  /** A part of a letter: what it is about, and its sentences. */
  public record Part(String intro, List<String> lines) {}

  /** The kind of this name, if there still is one. */
  static Optional<NoticeKind> kind(String name) {
    for (NoticeKind kind : NoticeKind.values()) {
      if (kind.name().equals(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /**
   * Writes a letter.
   *
   * @param lines at least one
   */
  static Letter write(Head head, List<Line> lines) {
    List<Part> parts = parts(lines);
    List<String> feet = feet(head, lines);
    StringBuilder text = new StringBuilder();
    StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"fr\"><body>");
    String hello =
        head.recipient().isBlank()
            ? say("hello.unnamed", Map.of())
            : say("hello", Map.of("name", head.recipient()));
    text.append(hello).append("\n\n");
    html.append("<p>").append(escape(hello)).append("</p>");
    for (Part part : parts) {
      text.append(part.intro()).append("\n\n");
      html.append("<p>").append(escape(part.intro())).append("</p><ul>");
      for (String line : part.lines()) {
        text.append("- ").append(line).append('\n');
        html.append("<li>").append(escape(line)).append("</li>");
      }
      text.append('\n');
      html.append("</ul>");
    }
    String by =
        head.school().isEmpty()
            ? head.authority()
            : say("by", Map.of("school", head.school(), "authority", head.authority()));
    text.append(by).append("\n\n-- \n");
    html.append("<p>").append(escape(by)).append("</p><hr>");
    for (String foot : feet) {
      text.append(foot).append('\n');
      html.append("<p><small>").append(linked(foot)).append("</small></p>");
    }
    return new Letter(subject(lines), text.toString(), html.append("</body></html>").toString());
  }

  /** The sentences of notices, those of one kind together, in the order of their first. */
  public static List<Part> parts(List<Line> lines) {
    Map<NoticeKind, Set<String>> byKind = new LinkedHashMap<>();
    for (Line line : lines) {
      byKind
          .computeIfAbsent(line.kind(), kind -> new LinkedHashSet<>())
          .add(say(line.kind() + ".line", line.facts()));
    }
    List<Part> parts = new ArrayList<>();
    byKind.forEach(
        (kind, sentences) ->
            parts.add(new Part(say(kind + ".intro", Map.of()), List.copyOf(sentences))));
    return parts;
  }

  /** The subject: of the one kind there is, or how many things are told. */
  public static String subject(List<Line> lines) {
    long kinds = lines.stream().map(Line::kind).distinct().count();
    return kinds == 1
        ? say(lines.get(0).kind() + ".subject", Map.of())
        : say(topic(lines) + "several.subject", Map.of("count", Integer.toString(lines.size())));
  }

  private static List<String> feet(Head head, List<Line> lines) {
    List<String> feet = new ArrayList<>();
    head.home().ifPresent(link -> feet.add(say(topic(lines) + "own", Map.of("link", link))));
    feet.add(say(topic(lines) + "service", Map.of()));
    head.stop().ifPresent(link -> feet.add(say("stop", Map.of("link", link))));
    return feet;
  }

  /** What the sentences around it begin with: a mail is about one service. */
  private static String topic(List<Line> lines) {
    return lines.get(0).kind().mealAid() ? "aid." : "";
  }

  /**
   * A sentence with its values.
   *
   * @throws IllegalArgumentException if a value is missing
   */
  public static String say(String key, Map<String, String> values) {
    return NAME.matcher(typeset(WORDS.getString(key)))
        .replaceAll(
            found -> {
              String value = values.get(found.group(1));
              if (value == null) {
                throw new IllegalArgumentException(key + " needs " + found.group(1));
              }
              return Matcher.quoteReplacement(oneLine(value));
            });
  }

  /** What was typed by somebody cannot begin a line of its own, in a header least of all. */
  private static String oneLine(String value) {
    return value.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
  }

  private static String typeset(String sentence) {
    return sentence
        .replace('\'', '\u2019')
        .replaceAll(" ([;!?])", "\u202f$1")
        .replaceAll(" :(?= )", "\u00a0:");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Our own address at the end of a foot is a link. */
  private static String linked(String foot) {
    int at = foot.indexOf("http");
    if (at < 0) {
      return escape(foot);
    }
    String link = escape(foot.substring(at));
    return escape(foot.substring(0, at)) + "<a href=\"" + link + "\">" + link + "</a>";
  }
}
