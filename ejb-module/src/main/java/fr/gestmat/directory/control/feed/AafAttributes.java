package fr.gestmat.directory.control.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The attributes of the one record that is being read. Only those that this product uses are kept;
 * lengths and numbers are bounded, so that no record can fill the memory.
 */
final class AafAttributes {

  private static final int LONGEST_VALUE = 1_000;
  private static final int MOST_VALUES = 200;
  private static final Set<String> USED =
      Set.of(
          "categoriePersonne",
          "categorieStructure",
          "categorieMef",
          "categorieMatiere",
          "ENTPersonJointure",
          "ENTPersonDateNaissance",
          "ENTPersonNomPatro",
          "sn",
          "givenName",
          "personalTitle",
          "mail",
          "mobile",
          "homePhone",
          "telephoneNumber",
          "ENTPersonAdresse",
          "ENTPersonCodePostal",
          "ENTPersonVille",
          "ENTPersonPays",
          "ENTPersonStructRattach",
          "ENTPersonFonctions",
          "ENTEleveINE",
          "ENTEleveRegime",
          "ENTEleveMEF",
          "ENTEleveLibelleMEF",
          "ENTEleveClasses",
          "ENTEleveGroupes",
          "ENTEleveDateSortieClasses",
          "ENTElevePersRelEleve",
          "ENTElevePere",
          "ENTEleveMere",
          "ENTEleveParents",
          "ENTEleveAutoriteParentale",
          "ENTElevePersRelEleve1",
          "ENTEleveQualitePersRelEleve1",
          "ENTElevePersRelEleve2",
          "ENTEleveQualitePersRelEleve2",
          "ENTStructureJointure",
          "ENTStructureUAI",
          "ENTEtablissementUAI",
          "ENTStructureNomCourant",
          "ENTStructureTypeStruct",
          "l",
          "street",
          "postalCode",
          "ENTStructureMailSI",
          "ENTMefJointure",
          "ENTLibelleMef");

  private final Map<String, List<String>> values = new HashMap<>();
  private final StringBuilder text = new StringBuilder();
  private String identifier = "";
  private String current = "";
  private boolean collecting;
  private boolean tooLong;
  private int line;

  /** Starts a record at a line. */
  void begin(int atLine) {
    values.clear();
    identifier = "";
    current = "";
    collecting = false;
    tooLong = false;
    line = atLine;
  }

  void startElement(String element, Optional<String> name) {
    if ("attr".equals(element)) {
      current = name.filter(USED::contains).orElse("");
    } else if ("id".equals(element) || ("value".equals(element) && !current.isEmpty())) {
      collecting = true;
      text.setLength(0);
    }
  }

  void text(XMLStreamReader xml) {
    if (!collecting) {
      return;
    }
    int length = xml.getTextLength();
    if (text.length() + length > LONGEST_VALUE) {
      tooLong = true;
    } else {
      text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }
  }

  void endElement(String element) {
    if ("attr".equals(element)) {
      current = "";
    } else if (collecting && "id".equals(element)) {
      identifier = FeedText.clean(text.toString());
      collecting = false;
    } else if (collecting && "value".equals(element)) {
      keep(FeedText.clean(text.toString()));
      collecting = false;
    }
  }

  private void keep(String value) {
    if (value.isEmpty()) {
      return;
    }
    List<String> all = values.computeIfAbsent(current, name -> new ArrayList<>(2));
    if (all.size() >= MOST_VALUES) {
      tooLong = true;
    } else {
      all.add(value);
    }
  }

  /** The line where the record begins. */
  int line() {
    return line;
  }

  /** Whether a value, or the number of values, passed any real size. */
  boolean tooLong() {
    return tooLong;
  }

  /** The record's identifier, empty when it has none. */
  String identifier() {
    return identifier;
  }

  /** The first value that says something. */
  Optional<String> one(String name) {
    List<String> all = values.get(name);
    return all == null ? Optional.empty() : Optional.of(all.get(0));
  }

  /** Every value that says something, in the order of the file. */
  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }
}
