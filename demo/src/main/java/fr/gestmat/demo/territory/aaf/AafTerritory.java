package fr.gestmat.demo.territory.aaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * An invented territory of lycées as the files of an AAF complete export. Everything about a pupil
 * or a family follows from the seed and their number, so that files are written one after the other
 * without keeping anybody in memory.
 *
 * <p>{@code java ... AafTerritory FOLDER [schools pupils guardians staff seed]}
 */
public final class AafTerritory {

  private static final String UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final int FIRST_UAI = 990_001;
  private static final int FIRST_SCHOOL = 50_001;
  private static final int FIRST_PUPIL = 2_000_001;
  private static final int FIRST_GUARDIAN = 5_000_001;
  private static final int FIRST_STAFF = 9_000_001;
  private static final int CLASS_SIZE = 30;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  private static final String[] TOWNS = {
    "Vallon-sur-Aune", "Saint-Cyr-l'Étang", "Montbrun", "Les Abrets-d'en-Haut", "Fontenoy",
    "Châtel-Neuf", "Bourg-l'Évêque", "Rives", "Grand-Pré", "Haute-Combe"
  };
  private static final String[] PATRONS = {
    "Anne-Hélène Éluard", "Jean Moreau", "des Quatre Vents", "Marie Vauban", "du Haut-Plateau",
    "Louise Garnier", "de la Source", "Émile Rolland", "Simone Lacroix", "du Val d'Aune"
  };
  private static final String[][] LEVELS = {
    {"20010018110", "2DE GENERALE ET TECHNOLOGIQUE", "2DE "},
    {"20111010110", "1ERE GENERALE", "1RE G"},
    {"20212010110", "TERMINALE GENERALE", "TLE G"},
    {"21133304110", "1ERE STMG", "1RE STMG"},
    {"21233304110", "TERMINALE STMG", "TLE STMG"},
    {"24720010311", "2NDE PROFESSIONNELLE", "2PRO "}
  };
  private static final String[] REGIMES = {
    "EXTERNE LIBRE",
    "EXTERNE SURVEILLE",
    "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT",
    "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT 4",
    "DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT 5",
    "DEMI-PENSIONNAIRE AU TICKET",
    "INTERNE DANS L'ETABLISSEMENT",
    "INTERNE HEBERGE"
  };

  private final TerritorySize size;
  private final LocalDate day;

  /**
   * Prepares a territory.
   *
   * @param size how large it is
   * @param day the day of the export, which the files' names carry
   */
  public AafTerritory(TerritorySize size, LocalDate day) {
    this.size = size;
    this.day = day;
  }

  /** Writes the files of a territory; without numbers, that of a whole région. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1 && args.length != 6) {
      System.err.println("AafTerritory FOLDER [schools pupils guardians staff seed]");
      System.exit(2);
    }
    TerritorySize size =
        args.length == 1
            ? TerritorySize.REGION
            : new TerritorySize(
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]),
                Long.parseLong(args[5]));
    new AafTerritory(size, LocalDate.of(2026, 9, 1)).writeTo(Path.of(args[0]));
  }

  /**
   * Writes every file.
   *
   * @param folder created if it is not there
   */
  public void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    String prefix = "ENT_Complet_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "_";
    try (AafPart schools = new AafPart(folder, prefix, "categorieStructure", "EtabEducNat")) {
      for (int i = 0; i < size.schools(); i++) {
        school(schools, i);
      }
    }
    try (AafPart grades = new AafPart(folder, prefix, "categorieMef", "MefEducNat")) {
      for (String[] level : LEVELS) {
        grades.begin(level[0]);
        grades
            .attribute("ENTMefJointure", level[0])
            .attribute("ENTLibelleMef", level[1])
            .attribute("ENTMEFRattach", level[0]);
        grades.end();
      }
    }
    try (AafPart pupils = new AafPart(folder, prefix, "categoriePersonne", "Eleve")) {
      for (int i = 0; i < size.pupils(); i++) {
        pupil(pupils, i);
      }
    }
    try (AafPart guardians = new AafPart(folder, prefix, "categoriePersonne", "PersRelEleve")) {
      for (int i = 0; i < size.guardians(); i++) {
        guardian(guardians, i);
      }
    }
    try (AafPart staff = new AafPart(folder, prefix, "categoriePersonne", "PersEducNat")) {
      for (int i = 0; i < size.staff(); i++) {
        staff(staff, i);
      }
    }
  }

  /** The code of a school, by its number from 0. */
  public static String uai(int school) {
    int number = FIRST_UAI + school;
    return "%07d%c".formatted(number, UAI_LETTERS.charAt(number % UAI_LETTERS.length()));
  }

  private void school(AafPart out, int i) throws IOException {
    String town = TOWNS[i % TOWNS.length];
    boolean vocational = i % 4 == 3;
    String id = String.valueOf(FIRST_SCHOOL + i);
    out.begin(id);
    out.attribute("ENTStructureJointure", id)
        .attribute("ENTStructureUAI", uai(i))
        .attribute("ENTEtablissementUAI", uai(i))
        .attribute(
            "ENTStructureNomCourant",
            (vocational ? "Lycée professionnel " : "Lycée ")
                + PATRONS[(i / TOWNS.length + i) % PATRONS.length]
                + (size.schools() > TOWNS.length ? " " + (i + 1) : ""))
        .attribute(
            "ENTStructureTypeStruct",
            vocational ? "LYCEE PROFESSIONNEL" : "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE")
        .attribute("street", (i % 90 + 1) + " avenue des Tilleuls")
        .attribute("postalCode", "99%03d".formatted(i % 1_000))
        .attribute("l", town)
        .attribute("telephoneNumber", "+33 1 99 00 %02d %02d".formatted(i / 100, i % 100))
        .attribute("ENTStructureClasses", "");
    out.end();
  }

  private void pupil(AafPart out, int i) throws IOException {
    SplittableRandom random = random(1, i);
    int family = family(i);
    boolean girl = random.nextBoolean();
    int school = schoolOf(i);
    String schoolId = String.valueOf(FIRST_SCHOOL + school);
    int rankInSchool = i - firstPupilOf(school);
    int classNumber = rankInSchool / CLASS_SIZE;
    int levelNumber = classNumber % LEVELS.length;
    String[] level = LEVELS[levelNumber];
    LocalDate birth =
        LocalDate.of(day.getYear() - 15 - Math.min(levelNumber, 2), 1, 1)
            .plusDays(random.nextInt(365));
    String id = String.valueOf(FIRST_PUPIL + i);
    out.begin(id);
    out.attribute("ENTPersonJointure", id)
        .attribute("ENTEleveINE", "%09d%s".formatted(900_000_000 + i, "FA"))
        .attribute("ENTEleveStructRattachId", id)
        .attribute("ENTPersonDateNaissance", birth.format(DAY))
        .attribute("sn", familyName(family))
        .attribute("givenName", girl ? Names.girl(random) : Names.boy(random))
        .attribute("personalTitle", girl ? "Mme" : "M.")
        .attribute("ENTElevePersRelEleve", links(family, random))
        .attribute("ENTEleveBoursier", random.nextInt(4) == 0 ? "O" : "N")
        .attribute("ENTEleveRegime", REGIMES[random.nextInt(REGIMES.length)])
        .attribute("ENTEleveStatutEleve", "SCOLAIRE")
        .attribute("ENTEleveMEF", level[0])
        .attribute("ENTEleveLibelleMEF", level[1])
        .attribute("ENTPersonStructRattach", schoolId)
        .attribute("ENTEleveClasses", schoolId + "$" + level[2] + (classNumber / LEVELS.length + 1))
        .attribute("ENTEleveGroupes", "");
    out.end();
  }

  private List<String> links(int family, SplittableRandom random) {
    List<String> links = new ArrayList<>(2);
    links.add((FIRST_GUARDIAN + 2 * family) + "$10$1$1$1$1");
    if (2 * family + 1 < size.guardians()) {
      boolean both = random.nextInt(10) > 0;
      links.add((FIRST_GUARDIAN + 2 * family + 1) + (both ? "$20$0$1$1$0" : "$20$0$2$0$0"));
    }
    return links;
  }

  private void guardian(AafPart out, int i) throws IOException {
    SplittableRandom random = random(2, i);
    boolean mother = i % 2 == 0;
    String id = String.valueOf(FIRST_GUARDIAN + i);
    String name = random.nextInt(4) == 0 ? Names.family(random) : familyName(i / 2);
    out.begin(id);
    out.attribute("ENTPersonJointure", id)
        .attribute("sn", name)
        .attribute("givenName", mother ? Names.girl(random) : Names.boy(random))
        .attribute("personalTitle", mother ? "Mme" : "M.")
        .attribute(
            "homePhone", "+33 1 99 %02d %02d %02d".formatted(i / 10_000, i / 100 % 100, i % 100))
        .attribute(
            "mobile",
            random.nextInt(3) == 0 ? "" : "+33 6 99 %02d %02d".formatted(i / 100 % 100, i % 100))
        .attribute("mail", random.nextInt(3) == 0 ? "" : "parent" + i + "@exemple.invalid")
        .attribute("ENTPersonAdresse", (i / 2 % 120 + 1) + " rue des Érables$$$")
        .attribute("ENTPersonCodePostal", "99%03d".formatted(i / 2 % 1_000))
        .attribute("ENTPersonVille", TOWNS[i / 2 % TOWNS.length])
        .attribute("ENTPersonPays", "FRANCE");
    out.end();
  }

  private void staff(AafPart out, int i) throws IOException {
    SplittableRandom random = random(3, i);
    boolean woman = random.nextBoolean();
    String schoolId = String.valueOf(FIRST_SCHOOL + i % size.schools());
    boolean teacher = i / size.schools() > 0;
    String id = String.valueOf(FIRST_STAFF + i);
    out.begin(id);
    out.attribute("ENTPersonJointure", id)
        .attribute("sn", Names.family(random))
        .attribute("givenName", woman ? Names.girl(random) : Names.boy(random))
        .attribute("personalTitle", woman ? "Mme" : "M.")
        .attribute("mail", "agent" + i + "@exemple.invalid")
        .attribute("ENTPersonStructRattach", schoolId)
        .attribute(
            "ENTPersonFonctions",
            schoolId + (teacher ? "$ENS$ENSEIGNEMENT$L1300$MATHEMATIQUES" : "$DIR$DIRECTION$$"));
    out.end();
  }

  /** Brothers and sisters come one after the other: families share the pupils out in order. */
  private int family(int pupil) {
    int families = (size.guardians() + 1) / 2;
    return (int) ((long) pupil * families / Math.max(size.pupils(), families));
  }

  private String familyName(int family) {
    return Names.family(random(4, family));
  }

  private int schoolOf(int pupil) {
    return (int) ((long) pupil * size.schools() / size.pupils());
  }

  private int firstPupilOf(int school) {
    return (int) (((long) school * size.pupils() + size.schools() - 1) / size.schools());
  }

  private SplittableRandom random(int what, int number) {
    return new SplittableRandom(size.seed() * 1_000_003 + what * 100_000_007L + number);
  }
}
