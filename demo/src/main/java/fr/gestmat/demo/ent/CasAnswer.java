package fr.gestmat.demo.ent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes what a CAS server answers to a service that validates a ticket (CAS Protocol 3.0
 * Specification, section 2.5).
 */
final class CasAnswer {
  private CasAnswer() {}

  /** The answer to a good ticket. */
  static String success(EntPerson person, EntOptions options) {
    Map<String, List<String>> values = attributes(person, options.spelling());
    String attributes =
        switch (options.shape()) {
          case CONTAINER -> container(repeated(values) + children(person));
          case DIRECT -> repeated(values) + children(person);
          case NESTED -> container(nested(values) + children(person));
          case TWICE -> container(repeated(values)) + repeated(values) + children(person);
          case NAME_VALUE -> container(named(values)) + children(person);
          case BRACKETS -> container(bracketed(values) + children(person));
        };
    return envelope(
        "<cas:authenticationSuccess>\n"
            + element("user", person.login())
            + attributes
            + "</cas:authenticationSuccess>\n");
  }

  /** The answer to a ticket or request that is no good; code as the specification lists them. */
  static String failure(String code, String message) {
    return envelope(
        "<cas:authenticationFailure code=\"%s\">%s</cas:authenticationFailure>%n"
            .formatted(Xml.escape(code), Xml.escape(message)));
  }

  private static Map<String, List<String>> attributes(EntPerson person, ProfileSpelling spelling) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("ENTPersonJointure", List.of(person.externalId()));
    values.put("ENTPersonNomUsuel", List.of(person.familyName()));
    values.put("ENTPersonPrenom", List.of(person.givenName()));
    values.put("ENTPersonProfils", List.of(spelling.spell(person.profile())));
    values.put("ENTPersonStructRattachUAI", person.schools());
    return values;
  }

  private static String repeated(Map<String, List<String>> values) {
    return each(values, (name, list) -> elements(name, list));
  }

  private static String nested(Map<String, List<String>> values) {
    return each(
        values,
        (name, list) ->
            name.endsWith("s") || list.size() > 1
                ? "<cas:%1$s>%n%2$s</cas:%1$s>%n"
                    .formatted(
                        name.endsWith("s") ? name : name + "s",
                        elements(name.replaceAll("s$", ""), list))
                : elements(name, list));
  }

  private static String named(Map<String, List<String>> values) {
    return each(
        values,
        (name, list) ->
            list.stream()
                .map(
                    value ->
                        "<cas:attribute name=\"%s\" value=\"%s\"/>%n"
                            .formatted(name, Xml.escape(value)))
                .collect(Collectors.joining()));
  }

  private static String bracketed(Map<String, List<String>> values) {
    return each(
        values,
        (name, list) ->
            element(
                name,
                list.size() > 1 || name.endsWith("s")
                    ? "[" + String.join(", ", list) + "]"
                    : list.get(0)));
  }

  private static String each(
      Map<String, List<String>> values,
      java.util.function.BiFunction<String, List<String>, String> write) {
    return values.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> write.apply(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String elements(String name, List<String> values) {
    return values.stream().map(value -> element(name, value)).collect(Collectors.joining());
  }

  private static String element(String name, String value) {
    return "<cas:%1$s>%2$s</cas:%1$s>%n".formatted(name, Xml.escape(value));
  }

  private static String children(EntPerson person) {
    if (person.children().isEmpty()) {
      return "";
    }
    return person.children().stream()
        .map(
            child ->
                "<cas:child externalId=\"%s\" UAI=\"%s\"/>%n"
                    .formatted(Xml.escape(child.externalId()), Xml.escape(child.uai())))
        .collect(Collectors.joining("", "<cas:childs>\n", "</cas:childs>\n"));
  }

  private static String container(String content) {
    return "<cas:attributes>\n" + content + "</cas:attributes>\n";
  }

  private static String envelope(String content) {
    return "<cas:serviceResponse xmlns:cas=\"http://www.yale.edu/tp/cas\">\n"
        + content
        + "</cas:serviceResponse>\n";
  }
}
