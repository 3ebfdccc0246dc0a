package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.WorkFilter.Assigned;
import fr.gestmat.mealaid.control.review.WorkFilter.Flag;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The submitted applications of a campaign, the oldest first. Each page is one walk along an index,
 * whatever the number of applications.
 */
@ApplicationScoped
public class WorkList {

  /** Applications on a page. */
  public static final int PAGE = 50;

  /** No count goes further: a page says "more than". */
  public static final int COUNTED = 5_000;

  /** Applications among which names are looked for before the index of words is asked. */
  private static final int NEAR = 4_000;

  private static final String ORDER = "order by a.submitted_at, a.id limit ?";

  @Inject private AidRows rows;
  @Inject private Clock clock;

  private final KeptCounts kept = new KeptCounts(COUNTED);

  /**
   * An application in the list.
   *
   * @param key where it stands in the order
   * @param id public id
   * @param number what people quote
   * @param child the child's name, family name first
   * @param applicant who applied
   * @param school name of the school; empty if unknown
   * @param state where it stands
   * @param submittedAt when it was submitted
   * @param complete whether everything that was asked for has arrived
   * @param assigned who has it; empty if nobody
   * @param present who looks at it just now, other than the one who asks
   * @param visa whether the school has said how the child eats there
   * @param correction whether the family has something to put right
   * @param secondLook whether a second look is asked for
   * @param version what is looked at
   */
  public record Line(
      Key key,
      UUID id,
      long number,
      String child,
      String applicant,
      String school,
      ApplicationState state,
      Instant submittedAt,
      boolean complete,
      String assigned,
      Optional<String> present,
      boolean visa,
      boolean correction,
      boolean secondLook,
      int version) {}

  /** A place in the order. */
  public record Key(Instant submittedAt, long id) {

    /** As an address holds it. */
    @Override
    public String toString() {
      return submittedAt + "~" + id;
    }

    /** From an address; empty if it is none of ours. */
    public static Optional<Key> read(String text) {
      try {
        String[] parts = text.split("~", 2);
        return parts.length == 2
            ? Optional.of(new Key(Instant.parse(parts[0]), Long.parseLong(parts[1])))
            : Optional.empty();
      } catch (java.time.DateTimeException | NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  /**
   * A page.
   *
   * @param lines at most {@value #PAGE}
   * @param next where the next page goes on; empty at the end
   */
  public record Page(List<Line> lines, Optional<Key> next) {}

  /** A school that has applications. */
  public record School(String uai, String name) {}

  /** A page of a campaign's applications, after a place in the order. */
  public Page page(
      long authority, long campaign, long account, WorkFilter filter, Optional<Key> after) {
    Sql narrowed = Sql.of("");
    narrow(narrowed, authority, campaign, account, filter);
    narrowed.add("and a.forgotten_at is null");
    after.ifPresent(
        key ->
            narrowed
                .add("and a.submitted_at >= ?", key.submittedAt())
                .add("and (a.submitted_at > ? or a.id > ?)", key.submittedAt(), key.id()));
    if (!filter.words().isEmpty()) {
      Sql near = lines(account, filter, narrowed, NEAR).add("where true");
      NameSearch.near(near, filter.words());
      List<Line> found = rows.list(near.add(ORDER, PAGE + 1), WorkList::read);
      if (found.size() > PAGE) {
        return page(found);
      }
      NameSearch.indexed(narrowed, filter.words());
    }
    return page(
        rows.list(lines(account, filter, narrowed, PAGE + 1).add(ORDER, PAGE + 1), WorkList::read));
  }

  private static Page page(List<Line> found) {
    return found.size() > PAGE
        ? new Page(found.subList(0, PAGE), Optional.of(found.get(PAGE - 1).key()))
        : new Page(found, Optional.empty());
  }

  /**
   * What is shown of the first ones that fit. They are found and put in order by what indexes hold;
   * everything else is read of those only.
   */
  private Sql lines(long account, WorkFilter filter, Sql narrowed, int first) {
    return Sql.of("select a.id, a.public_id, a.number, a.child_family_name, a.child_given_name,")
        .add("a.applicant_name, coalesce(s.name, '') school, a.state, a.submitted_at,")
        .add("a.complete_at is not null complete, coalesce(a.assigned_name, '') assigned,")
        .add("(select p.name from aid_presence p where p.application_id = a.id")
        .add("and p.account_id <> ? and p.until > ?) present,", account, clock.instant())
        .add("a.visa_given visa,")
        .add("exists(select 1 from aid_correction c where c.pending_application_id = a.id)")
        .add("correction, exists(select 1 from aid_second_look l")
        .add("where l.open_application_id = a.id) second_look, a.version")
        .add("from (select a.id from aid_application a" + index(filter))
        .add(narrowed)
        .add(ORDER + ") k join aid_application a on a.id = k.id", first)
        .add("left join school s on s.id = a.school_id");
  }

  /** MariaDB would walk along the days, where late ones and those without a visa come last. */
  private static String index(WorkFilter filter) {
    boolean alone =
        filter.school().isEmpty()
            && filter.assigned() instanceof Assigned.Anybody
            && filter.search().isBlank();
    if (!alone || filter.flag().isEmpty()) {
      return "";
    }
    return switch (filter.flag().get()) {
      case LATE -> " force index (aid_application_late)";
      case NO_VISA -> " force index (aid_application_by_visa)";
      default -> "";
    };
  }

  /**
   * How many submitted applications stand where, each up to {@value #COUNTED}; in a large campaign
   * as they stood at most ten seconds ago.
   *
   * @param campaign one of the caller's authority
   */
  public Map<ApplicationState, Long> counts(long campaign) {
    return kept.of(campaign, clock.instant(), () -> counted(campaign));
  }

  /** Counted in an index alone, which does not hold the authority. */
  private Map<ApplicationState, Long> counted(long campaign) {
    Map<ApplicationState, Long> counts = new EnumMap<>(ApplicationState.class);
    Sql sql = Sql.of("");
    String piece =
        "select cast(? as char) state, count(*) n from (select 1 from aid_application a where"
            + " a.campaign_id = ? and a.state = ? and a.submitted_at is not null limit ?) x";
    String union = "";
    for (ApplicationState state : ApplicationState.values()) {
      if (state != ApplicationState.DRAFT) {
        sql.add(union + piece, state, campaign, state, COUNTED);
        union = "union all ";
      }
    }
    rows.list(sql, row -> Map.entry(ApplicationState.valueOf(row.text("state")), row.number("n")))
        .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
    return counts;
  }

  /** The schools of which there are applications. */
  public List<School> schools(long authority, long campaign) {
    return rows.list(
        Sql.of("select s.uai, s.name from school s where s.authority_id = ?", authority)
            .add("and exists (select 1 from aid_application a where a.school_id = s.id")
            .add("and a.campaign_id = ? and a.submitted_at is not null)", campaign)
            .add("order by s.name, s.id limit 1000"),
        row -> new School(row.text("uai"), row.text("name")));
  }

  /**
   * The ids and versions of everything that fits, for a batch.
   *
   * @param most no more than this
   */
  public List<Chosen> chosen(
      long authority, long campaign, long account, WorkFilter filter, int most) {
    Sql sql = Sql.of("select a.id, a.version from aid_application a");
    where(sql, authority, campaign, account, filter);
    return rows.list(
        sql.add("and a.forgotten_at is null order by a.submitted_at, a.id limit ?", most),
        row -> new Chosen(row.number("id"), (int) row.number("version")));
  }

  /**
   * How many fit, for a batch.
   *
   * @param most counts no further
   */
  public int count(long authority, long campaign, long account, WorkFilter filter, int most) {
    Sql sql = Sql.of("select count(*) n from (select 1 from aid_application a");
    where(sql, authority, campaign, account, filter);
    return (int) rows.number(sql.add("and a.forgotten_at is null limit ?) fitting", most));
  }

  /** An application by its database id, as it was looked at. */
  public record Chosen(long id, int version) {}

  /**
   * Narrows {@code aid_application a} to what a filter shows, those that were forgotten as well.
   */
  public static void where(
      Sql sql, long authority, long campaign, long account, WorkFilter filter) {
    narrow(sql, authority, campaign, account, filter);
    NameSearch.indexed(sql, filter.words());
  }

  /** The same but for the words of names. */
  private static void narrow(
      Sql sql, long authority, long campaign, long account, WorkFilter filter) {
    sql.add("where a.campaign_id = ? and a.authority_id = ?", campaign, authority)
        .add("and a.submitted_at is not null");
    filter.state().ifPresent(state -> sql.add("and a.state = ?", state));
    filter
        .school()
        .ifPresent(
            uai ->
                sql.add(
                    "and a.school_id = (select id from school where authority_id = ? and uai = ?)",
                    authority,
                    uai));
    if (filter.assigned() instanceof Assigned.Nobody) {
      sql.add("and a.assigned_account_id is null");
    } else if (filter.assigned() instanceof Assigned.Me) {
      sql.add("and a.assigned_account_id = ?", account);
    } else if (filter.assigned() instanceof Assigned.Officer officer) {
      sql.add(
          "and a.assigned_account_id = (select id from account where authority_id = ? and"
              + " public_id = ?)",
          authority,
          officer.id());
    }
    filter
        .complete()
        .ifPresent(yes -> sql.add("and a.complete_at is " + (yes ? "not null" : "null")));
    filter.flag().ifPresent(flag -> sql.add(condition(flag)));
    filter.number().ifPresent(number -> sql.add("and a.number = ?", number));
  }

  private static String condition(Flag flag) {
    return switch (flag) {
      case NO_VISA -> "and not a.visa_given";
      // Not "exists": MariaDB would read all corrections before the first application.
      case CORRECTION ->
          "and a.state = 'TO_COMPLETE' and (select c.id from aid_correction c"
              + " where c.pending_application_id = a.id) is not null";
      case SECOND_LOOK -> "and a.id in (select l.open_application_id from aid_second_look l)";
      case APPEAL ->
          "and a.id in (select p.application_id from aid_appeal p where p.state = 'OPEN')";
      case UNKNOWN_CHILD -> "and a.pupil_id is null";
      case LATE -> "and a.first_term > 1";
    };
  }

  private static Line read(AidRow row) throws SQLException {
    return new Line(
        new Key(row.instant("submitted_at"), row.number("id")),
        row.id("public_id"),
        row.number("number"),
        row.text("child_family_name") + " " + row.text("child_given_name"),
        row.text("applicant_name"),
        row.text("school"),
        row.one("state", ApplicationState.class),
        row.instant("submitted_at"),
        row.yes("complete"),
        row.text("assigned"),
        row.maybeText("present"),
        row.yes("visa"),
        row.yes("correction"),
        row.yes("second_look"),
        (int) row.number("version"));
  }
}
