package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.form.Situation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents that a campaign asks of families in their situation. */
@ApplicationScoped
public class AskedDocuments {

  @PersistenceContext private EntityManager entities;

  /**
   * A document.
   *
   * @param kind its kind
   * @param mandatory whether the application is not whole without it
   */
  public record Asked(String kind, boolean mandatory) {}

  /** Every demand of a campaign. */
  public List<Demand> demands(long campaign) {
    List<?> rows =
        entities
            .createNativeQuery(
                "select situation, kind, mandatory from aid_document_demand where campaign_id = ?"
                    + " order by kind, situation")
            .setParameter(1, campaign)
            .getResultList();
    List<Demand> demands = new ArrayList<>();
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      demands.add(new Demand((String) row[0], (String) row[1], Boolean.TRUE.equals(truth(row[2]))));
    }
    return demands;
  }

  /**
   * A demand of a campaign.
   *
   * @param situation name of a {@link Situation}
   * @param kind of document
   * @param mandatory whether the application is not whole without it
   */
  public record Demand(String situation, String kind, boolean mandatory) {}

  /** What is asked in some situations; what one of them demands is mandatory. */
  public static List<Asked> of(List<Demand> demands, Set<Situation> situations) {
    Map<String, Boolean> kinds = new HashMap<>();
    for (Demand demand : demands) {
      if (situations.stream().anyMatch(s -> s.name().equals(demand.situation()))) {
        kinds.merge(demand.kind(), demand.mandatory(), Boolean::logicalOr);
      }
    }
    return kinds.entrySet().stream()
        .map(one -> new Asked(one.getKey(), one.getValue()))
        .sorted(Comparator.comparing(Asked::mandatory).reversed().thenComparing(Asked::kind))
        .toList();
  }

  /**
   * What is asked for and not there.
   *
   * @param arrived kinds of what is there
   */
  public static List<Asked> missing(List<Asked> asked, Set<String> arrived) {
    return asked.stream().filter(one -> !arrived.contains(one.kind())).toList();
  }

  private static Object truth(Object value) {
    return value instanceof Number number ? number.intValue() == 1 : value;
  }
}
