package fr.gestmat.system.incontainer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small AAF export, written as the academies write theirs. */
public final class AafSet {

  private final Map<String, List<String>> records = new LinkedHashMap<>();

  /** A school by the key that pupils name it with. */
  public AafSet school(int key, String uai) {
    return add(
        "EtabEducNat",
        "categorieStructure",
        key,
        attribute("ENTStructureJointure", "" + key)
            + attribute("ENTStructureUAI", uai)
            + attribute("ENTStructureNomCourant", "LYCEE " + uai)
            + attribute("ENTStructureTypeStruct", "LYCEE"));
  }

  /** A pupil of class 2DE 1. */
  public AafSet pupil(int key, String sn, String givenName, int school, String... links) {
    return pupil(key, sn, givenName, school, List.of(school + "$2DE 1"), List.of(), links);
  }

  /** A pupil of these classes and groups, each written as school$name. */
  public AafSet pupil(
      int key,
      String sn,
      String givenName,
      int school,
      List<String> classes,
      List<String> groups,
      String... links) {
    return add(
        "Eleve",
        "categoriePersonne",
        key,
        attribute("ENTPersonJointure", "" + key)
            + attribute("ENTPersonDateNaissance", "14/09/2009")
            + attribute("sn", sn)
            + attribute("givenName", givenName)
            + attribute("ENTElevePersRelEleve", links)
            + attribute("ENTEleveRegime", "EXTERNE LIBRE")
            + attribute("ENTEleveMEF", "20010018110")
            + attribute("ENTPersonStructRattach", "" + school)
            + attribute("ENTEleveClasses", classes.toArray(String[]::new))
            + attribute("ENTEleveGroupes", groups.toArray(String[]::new)));
  }

  /** A guardian, who is a woman. */
  public AafSet guardian(int key, String sn, String givenName) {
    return add(
        "PersRelEleve",
        "categoriePersonne",
        key,
        attribute("ENTPersonJointure", "" + key)
            + attribute("sn", sn)
            + attribute("givenName", givenName)
            + attribute("personalTitle", "Mme"));
  }

  private AafSet add(String kind, String category, int key, String attributes) {
    records
        .computeIfAbsent(kind, k -> new ArrayList<>())
        .add(
            "<addRequest>\n<operationalAttributes>"
                + attribute(category, kind)
                + "</operationalAttributes>\n<identifier><id>"
                + key
                + "</id></identifier>\n<attributes>\n"
                + attributes
                + "</attributes>\n</addRequest>\n");
    return this;
  }

  private static String attribute(String name, String... values) {
    StringBuilder all = new StringBuilder("<attr name=\"" + name + "\">");
    for (String value : values) {
      all.append("<value>").append(value.replace("&", "&amp;")).append("</value>");
    }
    return all + (values.length == 0 ? "<value/>" : "") + "</attr>\n";
  }

  /** The files of the set by their names. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    records.forEach(
        (kind, all) ->
            files.put(
                "ENT_Complet_20260901_" + kind + "_0000.xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                    + "<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n"
                    + "<ficAlimMENESR>\n"
                    + String.join("", all)
                    + "</ficAlimMENESR>\n"));
    return files;
  }

  /** A file on this machine's disk with this text. */
  static Path file(String text) throws IOException {
    return Files.write(Files.createTempFile("feed", ".tmp"), text.getBytes(StandardCharsets.UTF_8));
  }
}
