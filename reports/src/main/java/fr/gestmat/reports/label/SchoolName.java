package fr.gestmat.reports.label;

import java.util.List;
import java.util.regex.Pattern;

/** The usual short forms of French school types, for labels where the full name has no room. */
final class SchoolName {
  private record ShortForm(Pattern words, String initials) {}

  /** Longest first: the first that fits decides. */
  private static final List<ShortForm> FORMS =
      List.of(
          form("lycée d['’]enseignement général et technologique agricole", "LEGTA"),
          form("lycée polyvalent", "LPO"),
          form("lycée général et technologique", "LGT"),
          form("lycée (?:des métiers|professionnel)", "LP"),
          form("lycée (?:général|technologique|agricole)", "Lycée"),
          form("établissement régional d['’]enseignement adapté", "EREA"),
          form("cité scolaire", "CS"));

  private SchoolName() {}

  private static ShortForm form(String words, String initials) {
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    return new ShortForm(Pattern.compile("^" + words + "\\b", flags), initials);
  }

  /** The name with its type in initials, the name itself when its type has none. */
  static String abbreviated(String name) {
    return FORMS.stream()
        .filter(form -> form.words().matcher(name).find())
        .findFirst()
        .map(form -> form.words().matcher(name).replaceFirst(form.initials()))
        .orElse(name);
  }
}
