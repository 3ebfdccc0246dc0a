package fr.gestmat.mealaid.control.letter;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a letter's text may leave open: the only words between braces that it may hold. It is no
 * template language: a field is replaced once, and what it stands for is never read again.
 */
public enum LetterField {
  /** Who applied. */
  APPLICANT("demandeur"),
  /** The child's given name. */
  CHILD_GIVEN_NAME("enfant.prenom"),
  /** The child's family name. */
  CHILD_FAMILY_NAME("enfant.nom"),
  /** The school. */
  SCHOOL("etablissement"),
  /** The number of the application. */
  NUMBER("numero"),
  /** The campaign's name. */
  CAMPAIGN("campagne"),
  /** The local authority's name. */
  AUTHORITY("collectivite"),
  /** The day of the decision. */
  DECIDED_ON("date"),
  /** What is given, in words. */
  AMOUNT("montant"),
  /** The first day of the effect. */
  EFFECTIVE_ON("effet"),
  /** The reason. */
  REASON("motif"),
  /** The last day for an appeal. */
  APPEAL_UNTIL("recours.limite");

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

  private final String word;

  LetterField(String word) {
    this.word = word;
  }

  /** The field as a text holds it. */
  public String inText() {
    return "{" + word + "}";
  }

  /** What stands between braces and is no field, in order, each once. */
  static List<String> unknown(String text) {
    return FIELD
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(one -> of(one).isEmpty())
        .distinct()
        .toList();
  }

  /** Whether a brace is left that opens or closes nothing. */
  static boolean hasLooseBrace(String text) {
    String rest = FIELD.matcher(text).replaceAll("");
    return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
  }

  /**
   * The text with its fields filled in; a field without a value leaves nothing.
   *
   * @throws IllegalArgumentException if it holds a word that is no field: it was never published
   */
  static String fill(String text, Map<LetterField, String> values) {
    return FIELD
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    values.getOrDefault(
                        of(found.group(1))
                            .orElseThrow(
                                () -> new IllegalArgumentException("no field: " + found.group())),
                        "")));
  }

  private static Optional<LetterField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}
