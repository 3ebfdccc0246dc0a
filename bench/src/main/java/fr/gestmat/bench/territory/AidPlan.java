package fr.gestmat.bench.territory;

import fr.gestmat.mealaid.control.form.Answers;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A campaign of meal aid in a territory, by arithmetic alone. Applications and families count from
 * 0; a row's id is its number plus one, but for accounts, which come after those of the territory.
 *
 * <p>An application is for one pupil, and the applications are in no order of schools. Of six
 * pupils two are brothers or sisters: they make five families. Every other family has two parents
 * who live together.
 *
 * @param territory who is at which school; at least one pupil for each application
 * @param applications those of the campaign, drafts among them; a multiple of 60
 * @param sending families that have everything filled in and sent nothing yet; a multiple of 5
 * @param decided whether everything that was sent is decided, else it stands anywhere
 * @param now the moment that dates are counted from, in UTC
 */
public record AidPlan(
    TerritoryPlan territory, int applications, int sending, boolean decided, LocalDateTime now) {

  /** Days that the campaign has been open for. */
  public static final int OPEN_FOR = 60;

  /** Officers who share the work. */
  public static final int OFFICERS = 12;

  private static final int BLOCK = 6;
  private static final int FAMILIES_A_BLOCK = 5;

  /** Shares no divisor with a number of applications: spreads them over the pupils. */
  private static final long STRIDE = 7_919;

  /** Every so many children nobody knows in the directory. */
  private static final int UNKNOWN = 1_000;

  /** Refuses what the arithmetic cannot tell, and counts from a whole second. */
  public AidPlan {
    now = now.withNano(0);
    if (applications % 60 != 0
        || applications % STRIDE == 0
        || sending % FAMILIES_A_BLOCK != 0
        || sending / FAMILIES_A_BLOCK > applications / BLOCK
        || applications > territory.size().pupils()) {
      throw new IllegalArgumentException("no such campaign");
    }
  }

  /** Number of families. */
  public int families() {
    return applications / BLOCK * FAMILIES_A_BLOCK;
  }

  /** Families that have yet to send, by number. */
  public List<Integer> senders() {
    return IntStream.range(0, sending)
        .map(i -> i / FAMILIES_A_BLOCK * step() * FAMILIES_A_BLOCK + i % FAMILIES_A_BLOCK)
        .boxed()
        .toList();
  }

  /** Drafts of those that have yet to send: six for five families. */
  public int drafts() {
    return sending / FAMILIES_A_BLOCK * BLOCK;
  }

  /** The account of an officer. */
  public long officer(int officer) {
    return territory.size().schools() + 2L + officer;
  }

  /** The account of a family. */
  public long account(int family) {
    return officer(OFFICERS) + family;
  }

  /** The application of a family's eldest child, to which its pages lead. */
  public java.util.UUID application(int family) {
    return Mixed.uuid(Mixed.APPLICATION, applicationOf(firstChild(family)));
  }

  /** Pupil of an application. */
  int pupil(int application) {
    return (int) (application * STRIDE % applications);
  }

  /** Application for a pupil: the inverse of {@link #pupil}, looked for among residues. */
  int applicationOf(int pupil) {
    long sum = pupil;
    while (sum % STRIDE != 0) {
      sum += applications;
    }
    return (int) (sum / STRIDE);
  }

  /** Family of a pupil. */
  int family(int pupil) {
    return pupil / BLOCK * FAMILIES_A_BLOCK + Math.max(0, pupil % BLOCK - 1);
  }

  /** The first child of a family. */
  int firstChild(int family) {
    int place = family % FAMILIES_A_BLOCK;
    return family / FAMILIES_A_BLOCK * BLOCK + (place == 0 ? 0 : place + 1);
  }

  /** Whether a family's parents live together. */
  static boolean isTwo(int family) {
    return family % 2 == 0;
  }

  /** Where an application stands. */
  String state(int application) {
    int block = pupil(application) / BLOCK;
    if (sending > 0 && block % step() == 0 && block / step() < sending / FAMILIES_A_BLOCK) {
      return "DRAFT";
    }
    long drawn = Mixed.bits(Mixed.APPLICATION, application) % 100;
    if (decided) {
      return drawn < 75 ? "GRANTED" : "REFUSED";
    }
    if (drawn < 35) {
      return drawn < 20 ? "SUBMITTED" : drawn < 30 ? "IN_REVIEW" : "TO_COMPLETE";
    }
    return drawn < 85 ? "GRANTED" : drawn < 97 ? "REFUSED" : drawn < 99 ? "CLOSED" : "WITHDRAWN";
  }

  /** When an application was sent: one after the other since the campaign opened. */
  LocalDateTime sentAt(int application) {
    long seconds = (OPEN_FOR - 1) * 86_400L * application / applications;
    return now.minusDays(OPEN_FOR - 1).plusSeconds(seconds);
  }

  /**
   * How many visas schools gave, of the older half; where everything is decided none is looked for.
   */
  int visas() {
    return decided ? 0 : applications / 2;
  }

  /** Whether its school gave one. */
  boolean hasVisa(int application) {
    return application < visas();
  }

  /** Whether everything had arrived: nine of ten. */
  boolean isWhole(int application) {
    return application % 10 != 7;
  }

  /** Whether it came late: the last tenth. */
  boolean isLate(int application) {
    return application >= applications / 10 * 9;
  }

  /** Whether the directory knows the child. */
  boolean isKnown(int application) {
    return state(application).equals("DRAFT") || application % UNKNOWN != UNKNOWN - 1;
  }

  /** What a family answered, without fault: what is sent is accepted. */
  public Answers answers(int application) {
    int family = family(pupil(application));
    Map<String, String> household = new TreeMap<>();
    household.put("living", isTwo(family) ? "OTHER_PARENT" : "ALONE");
    household.put("street", family % 200 + 1 + " rue des Écoles");
    household.put("postalCode", "75001");
    household.put("town", "Ville " + (family % 90 + 1));
    household.put("dependents", String.valueOf(family % 4 + 1));
    household.put("provider", "CAF");
    household.put("quotientKnown", "YES");
    household.put("familyQuotient", String.valueOf(quotient(family)));
    household.put("quotientMonth", "2026-04");
    household.put("taxKnown", "YES");
    household.put("referenceTaxIncome", String.valueOf(income(family)));
    household.put("taxShares", "2,5");
    household.put("email", email(family));
    if (isTwo(family)) {
      household.put("separateNotices", "NO");
    }
    Map<String, String> child = new TreeMap<>();
    if (!isTwo(family)) {
      child.put("custody", "WITH_ME");
    }
    child.put("boarding", "HALF_BOARDER");
    child.put("mealsAWeek", "4");
    return new Answers(household, child, Set.of());
  }

  static int quotient(int family) {
    return (int) (Mixed.bits(Mixed.GUARDIAN, family) % 1_400);
  }

  static int income(int family) {
    return (int) (Mixed.bits(Mixed.CAMPAIGN, family) % 48_000);
  }

  static String email(int family) {
    return "famille" + family + "@example.fr";
  }

  /** Blocks of six pupils from one that sends to the next. */
  private int step() {
    return sending == 0 ? 1 : applications / BLOCK / (sending / FAMILIES_A_BLOCK);
  }
}
