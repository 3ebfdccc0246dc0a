package fr.gestmat.mealaid.control.statement;

import fr.gestmat.directory.entity.Pupil;
import fr.gestmat.directory.entity.PupilStatus;
import fr.gestmat.directory.entity.School;
import fr.gestmat.directory.entity.SchoolClass;
import fr.gestmat.directory.entity.SchoolStatus;
import fr.gestmat.mealaid.entity.AidDecision;
import fr.gestmat.mealaid.entity.AidDecision.Outcome;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.DecisionTerm;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.AidStatementLine;
import fr.gestmat.mealaid.entity.statement.LineKind;
import fr.gestmat.mealaid.entity.statement.LineProblem;
import fr.gestmat.mealaid.entity.statement.SchoolStay;
import fr.gestmat.mealaid.entity.statement.StatedChild;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads what statements are computed from. The number of statements does not grow with children.
 */
@ApplicationScoped
public class StatementFacts {

  private static final String DECIDED =
      " and exists (select d.id from AidDecision d where d.applicationId = a.id)";

  @PersistenceContext private EntityManager entities;

  /** The schools that a campaign may have to pay, or to recover from, by their database ids. */
  public List<Long> schools(long campaign) {
    Set<Long> all = new TreeSet<>();
    all.addAll(
        ids(
            "select distinct a.schoolId from AidApplication a where a.campaignId = :campaign and"
                + " a.schoolId is not null"
                + DECIDED,
            campaign));
    all.addAll(
        ids(
            "select distinct y.schoolId from AidApplication a, SchoolStay y where y.pupilId ="
                + " a.pupilId and a.campaignId = :campaign"
                + DECIDED,
            campaign));
    all.addAll(
        ids(
            "select distinct s.schoolId from AidStatement s where s.campaignId = :campaign and"
                + " s.number is not null",
            campaign));
    return List.copyOf(all);
  }

  /** How many decided applications of a campaign name no school: they are in no statement. */
  public long withoutSchool(long campaign) {
    return entities
        .createQuery(
            "select count(a) from AidApplication a where a.campaignId = :campaign and a.schoolId is"
                + " null and a.state = fr.gestmat.mealaid.entity.ApplicationState.GRANTED",
            Long.class)
        .setParameter("campaign", campaign)
        .getSingleResult();
  }

  /** The applications of a campaign that concern a school. */
  public List<Grant> grants(long campaign, School school) {
    Set<Long> all = new TreeSet<>();
    String here = " and a.campaignId = :campaign" + DECIDED;
    all.addAll(
        ids(
            "select a.id from AidApplication a where a.schoolId = :school" + here,
            campaign,
            school.id()));
    all.addAll(
        ids(
            "select a.id from AidApplication a, SchoolStay y where y.pupilId = a.pupilId and"
                + " y.schoolId = :school"
                + here,
            campaign,
            school.id()));
    all.addAll(
        ids(
            "select a.id from AidApplication a, AidStatementLine l, AidStatement s where"
                + " l.applicationId = a.id and l.statementId = s.id and s.schoolId = :school and"
                + " s.number is not null"
                + here,
            campaign,
            school.id()));
    return grants(all, school);
  }

  /** One application as its school's statement reads it; empty if it does not exist any more. */
  public Optional<Grant> grant(long application, School school) {
    return grants(List.of(application), school).stream().findFirst();
  }

  /** What the final statements of a school hold, of one campaign. */
  public List<Paid> paid(long campaign, long school) {
    Map<String, Paid> sums = new LinkedHashMap<>();
    entities
        .createQuery(
            "select l from AidStatementLine l, AidStatement s where l.statementId = s.id and"
                + " s.campaignId = :campaign and s.schoolId = :school and s.state = :state and"
                + " l.applicationId is not null and l.problem is null order by s.finalAt, s.id,"
                + " l.position",
            AidStatementLine.class)
        .setParameter("campaign", campaign)
        .setParameter("school", school)
        .setParameter("state", StatementState.FINAL)
        .getResultStream()
        .map(AidStatementLine::stated)
        .forEach(line -> sums.merge(key(line), paid(line), StatementFacts::added));
    return List.copyOf(sums.values());
  }

  /** What the final statements of a school could not recover, whatever the campaign. */
  public List<CarriedOver> carriedOver(long school) {
    return entities
        .createQuery(
            "select s from AidStatement s where s.schoolId = :school and s.state = :state and"
                + " s.carriedOut > 0 and not exists (select l.id from AidStatementLine l,"
                + " AidStatement t where l.statementId = t.id and l.sourceId = s.id and t.state ="
                + " :state and l.kind = :kind) order by s.finalAt",
            AidStatement.class)
        .setParameter("school", school)
        .setParameter("state", StatementState.FINAL)
        .setParameter("kind", LineKind.CARRIED_IN)
        .getResultStream()
        .map(statement -> new CarriedOver(statement.id(), statement.carriedOut()))
        .toList();
  }

  private List<Grant> grants(Collection<Long> applications, School school) {
    if (applications.isEmpty()) {
      return List.of();
    }
    List<AidChildRow> rows =
        entities
            .createQuery(
                "select a.id, a.number, a.pupilId, a.childFamilyName, a.childGivenName, a.schoolId,"
                    + " a.state, a.archivedFrom, a.boardingStatus, a.mealsAWeek from AidApplication"
                    + " a where a.id in :ids",
                Object[].class)
            .setParameter("ids", List.copyOf(applications))
            .getResultStream()
            .map(StatementFacts::row)
            .toList();
    Map<Long, AidDecision> decisions = decisions(applications);
    List<Long> pupilIds = rows.stream().map(AidChildRow::pupilId).filter(Objects::nonNull).toList();
    Map<Long, Pupil> pupils = pupils(pupilIds);
    Map<Long, List<Stay>> stays = stays(pupilIds);
    boolean outsideFeeds = isOutsideFeeds(school);
    List<Grant> grants = new ArrayList<>();
    for (AidChildRow row : rows) {
      @Nullable AidDecision decision = decisions.get(row.id());
      if (decision != null) {
        @Nullable Pupil pupil = row.pupilId() == null ? null : pupils.get(row.pupilId());
        grants.add(grant(row, decision, pupil, stays, school, outsideFeeds));
      }
    }
    return grants;
  }

  private static Grant grant(
      AidChildRow row,
      AidDecision decision,
      @Nullable Pupil pupil,
      Map<Long, List<Stay>> stays,
      School school,
      boolean outsideFeeds) {
    List<DecisionTerm> terms = row.isWithdrawn() ? List.of() : decision.terms();
    return new Grant(
        child(row, pupil),
        terms,
        decision.unit(),
        decision.amount(),
        where(row, pupil, stays),
        problem(row, decision, pupil, school, outsideFeeds));
  }

  private static AidChildRow row(@Nullable Object[] row) {
    return new AidChildRow(
        ((Number) Objects.requireNonNull(row[0])).longValue(),
        (Long) row[1],
        (Long) row[2],
        String.valueOf(row[3]),
        String.valueOf(row[4]),
        (Long) row[5],
        (ApplicationState) Objects.requireNonNull(row[6]),
        (ApplicationState) row[7],
        (String) row[8],
        (Integer) row[9]);
  }

  private static StatedChild child(AidChildRow row, @Nullable Pupil pupil) {
    @Nullable SchoolClass main = pupil == null ? null : pupil.schoolClass();
    return new StatedChild(
        row.id(),
        row.number(),
        row.pupilId(),
        pupil == null ? null : pupil.ine(),
        row.familyName(),
        row.givenName(),
        main == null ? null : main.name(),
        // What the school said in its visa goes before what the directory says.
        row.boardingStatus() == null && pupil != null
            ? pupil.boardingStatus()
            : row.boardingStatus(),
        row.mealsAWeek());
  }

  private static List<Stay> where(
      AidChildRow row, @Nullable Pupil pupil, Map<Long, List<Stay>> stays) {
    List<Stay> known = pupil == null ? List.of() : stays.getOrDefault(pupil.id(), List.of());
    @Nullable Long named = row.schoolId();
    if (known.isEmpty() && named != null) {
      known = List.of(Stay.always(named));
    }
    @Nullable LocalDate left = pupil == null ? null : pupil.leftOn();
    boolean gone = pupil != null && pupil.status() == PupilStatus.LEFT && left != null;
    return gone
        ? known.stream().map(stay -> stay.endedBefore(Objects.requireNonNull(left))).toList()
        : known;
  }

  /**
   * A school outside the feeds has no pupil in the directory: its children are who was decided on.
   */
  private static Optional<LineProblem> problem(
      AidChildRow row,
      AidDecision decision,
      @Nullable Pupil pupil,
      School school,
      boolean outsideFeeds) {
    if (row.isWithdrawn() || decision.outcome() != Outcome.GRANTED) {
      return Optional.empty();
    }
    if (pupil == null && !outsideFeeds) {
      return Optional.of(LineProblem.PUPIL_MISSING);
    }
    if (school.status() != SchoolStatus.ACCEPTED) {
      return Optional.of(LineProblem.SCHOOL_MISSING);
    }
    return decision.terms().isEmpty() ? Optional.of(LineProblem.AMOUNT_MISSING) : Optional.empty();
  }

  private boolean isOutsideFeeds(School school) {
    return !entities
        .createNativeQuery("select 1 from aid_school where school_id = ? and by_hand")
        .setParameter(1, school.id())
        .getResultList()
        .isEmpty();
  }

  /** The latest decision of each, with its terms. */
  private Map<Long, AidDecision> decisions(Collection<Long> applications) {
    Map<Long, AidDecision> latest = new HashMap<>();
    entities
        .createQuery(
            "select distinct d from AidDecision d left join fetch d.terms where d.applicationId in"
                + " :ids",
            AidDecision.class)
        .setParameter("ids", List.copyOf(applications))
        .getResultStream()
        .forEach(
            d -> latest.merge(d.applicationId(), d, (a, b) -> a.number() > b.number() ? a : b));
    return latest;
  }

  private Map<Long, Pupil> pupils(List<Long> ids) {
    Map<Long, Pupil> all = new HashMap<>();
    if (!ids.isEmpty()) {
      entities
          .createQuery(
              "select p from Pupil p left join fetch p.schoolClass where p.id in :ids", Pupil.class)
          .setParameter("ids", ids)
          .getResultStream()
          .forEach(pupil -> all.put(pupil.id(), pupil));
    }
    return all;
  }

  private Map<Long, List<Stay>> stays(List<Long> pupils) {
    Map<Long, List<Stay>> all = new HashMap<>();
    if (!pupils.isEmpty()) {
      entities
          .createQuery(
              "select y from SchoolStay y where y.pupilId in :pupils order by y.pupilId, y.id",
              SchoolStay.class)
          .setParameter("pupils", pupils)
          .getResultStream()
          .forEach(
              stay ->
                  all.computeIfAbsent(stay.pupilId(), pupil -> new ArrayList<>())
                      .add(Stay.of(stay)));
    }
    return all;
  }

  private List<Long> ids(String query, long campaign) {
    return entities
        .createQuery(query, Long.class)
        .setParameter("campaign", campaign)
        .getResultList();
  }

  private List<Long> ids(String query, long campaign, long school) {
    return entities
        .createQuery(query, Long.class)
        .setParameter("campaign", campaign)
        .setParameter("school", school)
        .getResultList();
  }

  private static String key(StatedLine line) {
    return line.child().applicationId() + "/" + line.term();
  }

  private static Paid paid(StatedLine line) {
    return new Paid(
        Objects.requireNonNull(line.child().applicationId()),
        line.term(),
        line.amount(),
        line.kind().gives() ? line.money().rate() : null,
        line.child().boardingStatus());
  }

  /** Lines come in the order in which they were paid: the last one says what stands. */
  private static Paid added(Paid before, Paid after) {
    return new Paid(
        before.applicationId(),
        before.term(),
        before.amount().add(after.amount()),
        after.rate(),
        after.boardingStatus());
  }
}
