package fr.gestmat.directory.control.feed;

import fr.gestmat.directory.control.feed.AafRecords.Person;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads the record of a pupil, of today's form or of the older ones. */
final class AafPupil {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final int FATHER = 1;
  private static final int MOTHER = 2;
  private static final int OTHER = 6;
  private static final int LINK_PARTS = 5;
  private static final int LONGEST_CLASS = 60;
  private static final int LONGEST_KEY = 40;

  private final FeedSink sink;
  private final Person p;
  private String schoolKey = "";

  AafPupil(FeedSink sink, Person person) {
    this.sink = sink;
    this.p = person;
  }

  void emit(AafAttributes a) {
    schoolKey = a.one("ENTPersonStructRattach").orElse("");
    List<FeedClass> classes = classes(a, "ENTEleveClasses");
    if (schoolKey.isEmpty() && !classes.isEmpty()) {
      schoolKey = classes.get(0).schoolKey();
    }
    if (schoolKey.isEmpty()) {
      problem(ProblemKind.SCHOOL_MISSING, "");
      return;
    }
    Map<FeedClass, LocalDate> exits = exits(a);
    List<FeedClass> present = classes.stream().filter(c -> !exits.containsKey(c)).toList();
    Optional<LocalDate> leftOn =
        !classes.isEmpty() && present.isEmpty()
            ? classes.stream().map(exits::get).filter(Objects::nonNull).max(LocalDate::compareTo)
            : Optional.empty();
    sink.record(
        new FeedPupil(
            p.place(),
            p.key(),
            a.one("ENTEleveINE").map(v -> AafRecords.cut(v, 16)),
            p.lastName(),
            p.firstName(),
            a.one("ENTPersonDateNaissance").flatMap(v -> day(v)),
            AafRecords.cut(schoolKey, LONGEST_KEY),
            a.one("ENTEleveRegime").map(v -> AafRecords.cut(v, 100)),
            a.one("ENTEleveMEF").map(v -> AafRecords.cut(v, 11)),
            a.one("ENTEleveLibelleMEF").map(v -> AafRecords.cut(v, 160)),
            leftOn.isPresent() ? classes : present,
            classes(a, "ENTEleveGroupes"),
            links(a),
            leftOn));
  }

  /** Classes and groups are written alike: school$name. */
  private List<FeedClass> classes(AafAttributes a, String attribute) {
    List<FeedClass> classes = new ArrayList<>();
    for (String value : a.all(attribute)) {
      int dollar = value.indexOf('$');
      String name = value.substring(dollar + 1).trim();
      if (dollar < 1 || name.isEmpty() || name.length() > LONGEST_CLASS) {
        problem(ProblemKind.CLASS_UNREADABLE, value);
      } else {
        FeedClass found = new FeedClass(value.substring(0, dollar).trim(), name);
        if (!classes.contains(found)) {
          classes.add(found);
        }
      }
    }
    return classes;
  }

  /** Exit dates come as school$date$class. */
  private Map<FeedClass, LocalDate> exits(AafAttributes a) {
    Map<FeedClass, LocalDate> exits = new HashMap<>();
    for (String value : a.all("ENTEleveDateSortieClasses")) {
      String[] parts = value.split("\\$", -1);
      if (parts.length >= 3 && !parts[1].isBlank()) {
        day(parts[1].trim())
            .ifPresent(date -> exits.put(new FeedClass(parts[0].trim(), parts[2].trim()), date));
      }
    }
    return exits;
  }

  private List<FeedLink> links(AafAttributes a) {
    Map<String, FeedLink> links = new LinkedHashMap<>();
    for (String value : a.all("ENTElevePersRelEleve")) {
      Optional<FeedLink> link = link(value);
      link.ifPresentOrElse(
          l -> links.putIfAbsent(l.guardianKey(), l),
          () -> problem(ProblemKind.LINK_UNREADABLE, value));
    }
    return links.isEmpty() ? olderLinks(a) : List.copyOf(links.values());
  }

  /** person$link$paysFees$authority$contact$payment. */
  private static Optional<FeedLink> link(String value) {
    String[] parts = value.split("\\$", -1);
    if (parts.length < LINK_PARTS || parts[0].isBlank() || parts[0].length() > LONGEST_KEY) {
      return Optional.empty();
    }
    try {
      int kind = Integer.parseInt(parts[1].trim());
      int authority = parts[3].isBlank() ? 0 : Integer.parseInt(parts[3].trim());
      if (kind < 0 || kind > 99 || authority < 0 || authority > 9) {
        return Optional.empty();
      }
      return Optional.of(
          new FeedLink(
              parts[0].trim(),
              kind,
              "1".equals(parts[2].trim()),
              authority,
              "1".equals(parts[4].trim())));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Older files have no ENTElevePersRelEleve and say the same in separate attributes. */
  private static List<FeedLink> olderLinks(AafAttributes a) {
    Set<String> legal = new HashSet<>(a.all("ENTEleveAutoriteParentale"));
    Map<String, FeedLink> links = new LinkedHashMap<>();
    addOlder(links, a.all("ENTElevePere"), FATHER, legal, false, false);
    addOlder(links, a.all("ENTEleveMere"), MOTHER, legal, false, false);
    for (String number : List.of("1", "2")) {
      String quality = a.one("ENTEleveQualitePersRelEleve" + number).orElse("");
      addOlder(
          links,
          a.all("ENTElevePersRelEleve" + number),
          OTHER,
          legal,
          quality.contains("FINANCIER") || quality.contains("PAIEMENT"),
          quality.contains("CONTACT"));
    }
    addOlder(links, a.all("ENTEleveParents"), OTHER, legal, false, false);
    addOlder(links, a.all("ENTEleveAutoriteParentale"), OTHER, legal, false, false);
    return List.copyOf(links.values());
  }

  private static void addOlder(
      Map<String, FeedLink> links,
      List<String> keys,
      int kind,
      Set<String> legal,
      boolean pays,
      boolean contact) {
    for (String key : keys) {
      String guardian = AafRecords.cut(key, LONGEST_KEY);
      links.putIfAbsent(
          guardian, new FeedLink(guardian, kind, pays, legal.contains(key) ? 1 : 0, contact));
    }
  }

  private Optional<LocalDate> day(String value) {
    try {
      return Optional.of(LocalDate.parse(value, DAY));
    } catch (DateTimeParseException e) {
      problem(ProblemKind.DATE_UNREADABLE, value);
      return Optional.empty();
    }
  }

  private void problem(ProblemKind kind, String detail) {
    sink.problem(
        new FeedProblem(
            p.place(),
            kind,
            schoolKey,
            p.key() + " " + p.lastName() + " " + p.firstName(),
            detail));
  }
}
