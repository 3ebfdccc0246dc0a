package fr.gestmat.mealaid.control.decision;

import fr.gestmat.mealaid.control.decision.Assessed.RuleLine;
import fr.gestmat.mealaid.entity.source.SourceKind;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * Why rules refuse, and what is asked for without an officer, in the words that the family reads:
 * in the language in which it applied (M-A16).
 */
public final class RefusalWords {

  private final ResourceBundle words;

  private RefusalWords(Locale language) {
    words =
        ResourceBundle.getBundle(
            "fr.gestmat.mealaid.refusals",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** In a language, {@code fr} or {@code en}. */
  public static RefusalWords in(String language) {
    return new RefusalWords(language.equals("en") ? Locale.ENGLISH : Locale.ROOT);
  }

  /** The sentences of the rules that refuse, one after the other. */
  public String reason(List<RuleLine> failed) {
    return failed.stream().map(this::sentence).distinct().collect(Collectors.joining(" "));
  }

  /** The sentence of one. */
  public String sentence(RuleLine rule) {
    String key = words.containsKey(rule.reason()) ? rule.reason() : rule.code();
    return words.containsKey(key)
        ? new MessageFormat(words.getString(key).replace('\'', '\u2019'), words.getLocale())
            .format(rule.data().toArray())
        : words.getString("OTHER").replace('\'', '\u2019');
  }

  /** What a family is asked for in place of an official source's answer. */
  String askFor(SourceKind kind) {
    return words.getString("PROOF." + kind).replace('\'', '\u2019');
  }
}
