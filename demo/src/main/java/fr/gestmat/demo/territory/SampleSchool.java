package fr.gestmat.demo.territory;

import fr.gestmat.directory.entity.Uai;
import java.util.List;

/**
 * A school of the invented region. Its number begins with 099, which no département has.
 *
 * @param number the seven digits of the UAI
 * @param type kind of lycée as the feed words it
 * @param name full name
 * @param street address
 * @param town invented town
 * @param postalCode of the town
 * @param pupils how many pupils it has
 * @param devices how many devices are at home there
 */
record SampleSchool(
    int number,
    String type,
    String name,
    String street,
    String town,
    String postalCode,
    int pupils,
    int devices) {

  static final List<SampleSchool> ALL =
      List.of(
          new SampleSchool(
              990_011,
              "LGT",
              "Lycée Hélène-Brisset",
              "4 rue des Tilleuls",
              "Valbourg",
              "99100",
              240,
              210),
          new SampleSchool(
              990_024,
              "LPO",
              "Lycée polyvalent Augustin-Morel",
              "12 avenue de la République",
              "Saint-Éloy-sur-Aigre",
              "99230",
              200,
              180),
          new SampleSchool(
              990_037,
              "LGT",
              "Lycée Jean-Baptiste-d'Aulnoy",
              "1 place des Carmes",
              "Clairefontaine-lès-Bois",
              "99310",
              160,
              145),
          new SampleSchool(
              990_042,
              "LP",
              "Lycée professionnel Les Trois-Érables",
              "27 allée des Érables",
              "Montarlot",
              "99420",
              140,
              125),
          new SampleSchool(
              990_058,
              "LP",
              "Lycée des métiers Simone-Kessler",
              "8 rue des Forges",
              "Neuville-aux-Forges",
              "99540",
              90,
              80),
          new SampleSchool(
              990_063,
              "LEGTA",
              "Lycée agricole du Haut-Plateau",
              "Ferme de la Haute-Borne",
              "Fresnoy-le-Château",
              "99650",
              70,
              60));

  String uai() {
    return "%07d%c".formatted(number, Uai.letter(number));
  }

  boolean isVocational() {
    return type.equals("LP");
  }
}
