package fr.gestmat.mealaid.control.statement;

import fr.gestmat.access.Scope;
import fr.gestmat.mealaid.entity.AidCampaign;
import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.StatedAmount;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import fr.gestmat.mealaid.entity.statement.StatementState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads statements within a scope: what one may not see looks like what does not exist. */
@ApplicationScoped
public class StatementBook {

  /** Statements of a page. */
  public static final int PAGE = 50;

  private static final int CAMPAIGNS = 20;

  /** What counts and is of the scope's schools. */
  private static final String LIVE =
      " from AidStatement s where s.authorityId = :authority and s.campaignId = :campaign and s.term"
          + " = :term and s.supersededAt is null";

  @PersistenceContext private EntityManager entities;
  @Inject private StatementFacts facts;

  /**
   * Where a list goes on.
   *
   * @param school name of the last school shown
   * @param id database id of the last statement shown
   */
  public record After(String school, long id) {}

  /**
   * Statements of one state added up.
   *
   * @param count how many
   * @param total their euros
   * @param pupils their children
   * @param errors their lines in error
   */
  public record Sum(long count, BigDecimal total, long pupils, long errors) {

    /** None. */
    public static final Sum NOTHING = new Sum(0, StatedAmount.ZERO, 0, 0);

    /** Both together. */
    public Sum plus(Sum other) {
      return new Sum(
          count + other.count,
          total.add(other.total),
          pupils + other.pupils,
          errors + other.errors);
    }
  }

  /** A school that has no regular statement of a term yet. */
  public record Missing(String uai, String name) {}

  /** The campaigns of an authority that were shown to families, the latest first. */
  public List<AidCampaign> campaigns(long authority) {
    return entities
        .createQuery(
            "select c from AidCampaign c where c.authorityId = :authority and c.publishedAt is not"
                + " null order by c.schoolYear desc, c.id desc",
            AidCampaign.class)
        .setParameter("authority", authority)
        .setMaxResults(CAMPAIGNS)
        .getResultList();
  }

  /** A campaign of an authority by its public id. */
  public Optional<AidCampaign> campaign(long authority, UUID id) {
    return entities
        .createQuery(
            "select c from AidCampaign c where c.authorityId = :authority and c.publicId = :id",
            AidCampaign.class)
        .setParameter("authority", authority)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** The campaign of a statement. */
  public AidCampaign campaignOf(AidStatement statement) {
    return entities.find(AidCampaign.class, statement.campaignId());
  }

  /** A statement of the scope by its public id. */
  public Optional<AidStatement> find(Scope scope, UUID id) {
    return entities
        .createQuery(
            "select s from AidStatement s where s.authorityId = :authority and s.publicId = :id",
            AidStatement.class)
        .setParameter("authority", scope.authorityId())
        .setParameter("id", id)
        .getResultStream()
        .filter(s -> scope.covers(s.schoolId()))
        .findFirst();
  }

  /** A page of statements by school; one more than fits says that the list goes on. */
  public List<AidStatement> page(Scope scope, StatementFilter filter, Optional<After> after) {
    if (scope.isEmpty()) {
      return List.of();
    }
    String text = "select s" + LIVE + within(scope) + wanted(filter);
    if (after.isPresent()) {
      text += " and (s.schoolName > :name or (s.schoolName = :name and s.id > :last))";
    }
    TypedQuery<AidStatement> query =
        entities.createQuery(text + " order by s.schoolName, s.id", AidStatement.class);
    bind(query, scope, filter);
    after.ifPresent(key -> query.setParameter("name", key.school()).setParameter("last", key.id()));
    return query.setMaxResults(PAGE + 1).getResultList();
  }

  /** The statements that a filter keeps, added up by state. */
  public Map<StatementState, Sum> sums(Scope scope, StatementFilter filter) {
    Map<StatementState, Sum> sums = new EnumMap<>(StatementState.class);
    if (scope.isEmpty()) {
      return sums;
    }
    TypedQuery<Object[]> query =
        entities.createQuery(
            "select s.state, count(s), sum(s.total), sum(s.pupilCount), sum(s.errorCount)"
                + LIVE
                + within(scope)
                + wanted(filter)
                + " group by s.state",
            Object[].class);
    bind(query, scope, filter);
    for (Object[] row : query.getResultList()) {
      sums.put(
          (StatementState) row[0],
          new Sum(
              ((Number) row[1]).longValue(),
              (BigDecimal) row[2],
              ((Number) row[3]).longValue(),
              ((Number) row[4]).longValue()));
    }
    return sums;
  }

  /** The schools with decided applications that have no regular statement of a term. */
  public List<Missing> missing(long campaign, int term) {
    Set<Long> there =
        new HashSet<>(
            entities
                .createQuery(
                    "select s.schoolId from AidStatement s where s.campaignId = :campaign and"
                        + " s.term = :term and s.kind = :kind and s.supersededAt is null",
                    Long.class)
                .setParameter("campaign", campaign)
                .setParameter("term", term)
                .setParameter("kind", StatementKind.REGULAR)
                .getResultList());
    List<Long> missing =
        facts.schools(campaign).stream().filter(school -> !there.contains(school)).toList();
    return missing.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select s.uai, s.name from School s where s.id in :ids order by s.name",
                Object[].class)
            .setParameter("ids", missing)
            .getResultStream()
            .map(row -> new Missing((String) row[0], (String) row[1]))
            .toList();
  }

  /** Database id of an authority's school by its UAI. */
  public Optional<Long> school(long authority, String uai) {
    return entities
        .createQuery(
            "select s.id from School s where s.authorityId = :authority and s.uai = :uai",
            Long.class)
        .setParameter("authority", authority)
        .setParameter("uai", uai)
        .getResultStream()
        .findFirst();
  }

  private static String within(Scope scope) {
    return scope.wholeAuthority() ? "" : " and s.schoolId in :schools";
  }

  private static String wanted(StatementFilter filter) {
    return (filter.state().isPresent() ? " and s.state = :state" : "")
        + (filter.school().isEmpty()
            ? ""
            : " and (s.schoolName like :school escape '!' or s.schoolUai = :uai)");
  }

  private static void bind(TypedQuery<?> query, Scope scope, StatementFilter filter) {
    query
        .setParameter("authority", scope.authorityId())
        .setParameter("campaign", filter.campaignId())
        .setParameter("term", filter.term());
    if (!scope.wholeAuthority()) {
      query.setParameter("schools", List.copyOf(scope.schoolIds()));
    }
    filter.state().ifPresent(state -> query.setParameter("state", state));
    if (!filter.school().isEmpty()) {
      query.setParameter("school", "%" + filter.school().replaceAll("[!%_]", "!$0") + "%");
      query.setParameter("uai", filter.school().toUpperCase(Locale.ROOT));
    }
  }
}
