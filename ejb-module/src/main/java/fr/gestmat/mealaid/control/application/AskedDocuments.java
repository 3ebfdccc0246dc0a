package fr.gestmat.mealaid.control.application;

import fr.gestmat.mealaid.control.form.Situation;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The documents that a campaign asks of families in their situation. */
@ApplicationScoped
public class AskedDocuments {

  @Inject private AidRows rows;

  /**
   * A document.
   *
   * @param kind its kind
   * @param mandatory whether the application is not whole without it
   */
  public record Asked(String kind, boolean mandatory) {}

  /** Every demand of a campaign. */
  public List<Demand> demands(long campaign) {
    return rows.list(
        Sql.of("select situation, kind, mandatory from aid_document_demand")
            .add("where campaign_id = ? order by kind, situation", campaign),
        row -> new Demand(row.text("situation"), row.text("kind"), row.yes("mandatory")));
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
}
