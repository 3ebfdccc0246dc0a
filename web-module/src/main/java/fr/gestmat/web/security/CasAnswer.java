package fr.gestmat.web.security;

import fr.gestmat.identity.boundary.SignOnAttributes.Child;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/**
 * What a CAS server says of a ticket (CAS Protocol 3.0 Specification, section 2.5), in every shape
 * that French portals write attributes in: in {@code cas:attributes} or directly under {@code
 * authenticationSuccess}, nested, repeated, twice, as {@code <cas:attribute name= value=>}, or as
 * text {@code [a, b]}.
 */
sealed interface CasAnswer {

  /**
   * The ticket is good.
   *
   * @param user the portal's name for the person
   * @param attributes values by name without regard to case; each value once
   * @param children the pupils a guardian answers for
   */
  record Success(String user, Map<String, Set<String>> attributes, List<Child> children)
      implements CasAnswer {

    /** The values of the first of {@code names} that has any. */
    Collection<String> values(String... names) {
      return Arrays.stream(names)
          .map(name -> attributes.getOrDefault(name, Set.of()))
          .filter(values -> !values.isEmpty())
          .findFirst()
          .orElse(Set.of());
    }
  }

  /**
   * The ticket is no good.
   *
   * @param code as the specification lists them, e.g. {@code INVALID_TICKET}
   */
  record Failure(String code) implements CasAnswer {}

  /** This is no answer of a CAS server. */
  record Unreadable() implements CasAnswer {}

  /** Reads the text of an answer. */
  static CasAnswer read(String xml) {
    return SafeXml.root(xml)
        .filter(root -> SafeXml.name(root).equals("serviceResponse"))
        .map(SafeXml::children)
        .filter(children -> children.size() == 1)
        .map(children -> Reader.read(children.get(0)))
        .orElseGet(Unreadable::new);
  }

  /** Walks through one answer. */
  final class Reader {

    private static final Set<String> OF_THE_PROTOCOL =
        Set.of("user", "proxyGrantingTicket", "proxies");

    private final Map<String, Set<String>> attributes =
        new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<Child> pupils = new LinkedHashSet<>();

    private Reader() {}

    static CasAnswer read(Element verdict) {
      return switch (SafeXml.name(verdict)) {
        case "authenticationSuccess" -> success(verdict);
        case "authenticationFailure" -> new Failure(verdict.getAttribute("code"));
        default -> new Unreadable();
      };
    }

    private static CasAnswer success(Element verdict) {
      List<Element> parts = SafeXml.children(verdict);
      List<String> users =
          parts.stream()
              .filter(part -> SafeXml.name(part).equals("user"))
              .map(part -> part.getTextContent().strip())
              .toList();
      if (users.size() != 1 || users.get(0).isEmpty()) {
        return new Unreadable();
      }
      Reader reader = new Reader();
      for (Element part : parts) {
        if (!OF_THE_PROTOCOL.contains(SafeXml.name(part))) {
          reader.take(part, List.of());
        }
      }
      return new Success(users.get(0), reader.attributes, new ArrayList<>(reader.pupils));
    }

    /** A value counts under its own name and under the names of what holds it. */
    private void take(Element element, List<String> holders) {
      String name = SafeXml.name(element);
      List<Element> inside = SafeXml.children(element);
      if (name.equals("attribute") && element.hasAttribute("name")) {
        String value =
            element.hasAttribute("value")
                ? element.getAttribute("value")
                : element.getTextContent();
        add(Stream.of(element.getAttribute("name")), value);
      } else if (name.equalsIgnoreCase("child") && holders.contains("childs")) {
        child(element);
      } else if (inside.isEmpty()) {
        add(Stream.concat(Stream.of(name), holders.stream()), element.getTextContent());
      } else {
        List<String> outer = new ArrayList<>(holders);
        if (!name.equals("attributes")) {
          outer.add(name.equalsIgnoreCase("childs") ? "childs" : name);
        }
        inside.forEach(part -> take(part, outer));
      }
    }

    private void child(Element element) {
      Optional<String> id = attribute(element, "externalId");
      Optional<String> uai = attribute(element, "UAI");
      if (id.isPresent() && uai.isPresent()) {
        pupils.add(new Child(id.get(), uai.get().toUpperCase(Locale.ROOT)));
      }
    }

    private static Optional<String> attribute(Element element, String name) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        Attr attribute = (Attr) element.getAttributes().item(i);
        if (attribute.getName().equalsIgnoreCase(name) && !attribute.getValue().isBlank()) {
          return Optional.of(attribute.getValue().strip());
        }
      }
      return Optional.empty();
    }

    private void add(Stream<String> names, String text) {
      List<String> values = values(text.strip());
      names.forEach(
          name -> attributes.computeIfAbsent(name, n -> new LinkedHashSet<>()).addAll(values));
    }

    private static List<String> values(String text) {
      if (text.startsWith("[") && text.endsWith("]")) {
        return Arrays.stream(text.substring(1, text.length() - 1).split(",", -1))
            .map(String::strip)
            .filter(value -> !value.isEmpty())
            .toList();
      }
      return text.isEmpty() ? List.of() : List.of(text);
    }
  }
}
