package fr.gestmat.lending.control.agreement;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text with {@link MergeField}s in braces. It is no template language: a field is replaced
 * once, what it stands for is never read again, and any other brace is refused.
 */
public final class MergeText {

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)\\}");

  private MergeText() {}

  /** What stands between braces and is no field, in order, each once. */
  public static List<String> unknown(String text) {
    return FIELD
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(word -> MergeField.of(word).isEmpty())
        .distinct()
        .toList();
  }

  /** Whether a brace is left that opens or closes nothing. */
  public static boolean hasLooseBrace(String text) {
    String rest = FIELD.matcher(text).replaceAll("");
    return rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0;
  }

  /** The text with its fields filled in; a field without a value leaves nothing. */
  public static String fill(String text, Map<MergeField, String> values) {
    return FIELD
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    MergeField.of(found.group(1))
                        .map(field -> values.getOrDefault(field, ""))
                        .orElse(found.group())));
  }
}
