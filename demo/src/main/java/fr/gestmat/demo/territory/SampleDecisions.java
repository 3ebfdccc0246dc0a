package fr.gestmat.demo.territory;

import fr.gestmat.demo.territory.SampleCase.Officer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decisions on one application, the latest last. */
final class SampleDecisions {

  private final SampleAidRows rows;
  private final List<SampleDecision> all = new ArrayList<>();

  SampleDecisions(SampleAidRows rows) {
    this.rows = rows;
  }

  /**
   * An officer takes one; returns its number.
   *
   * @param letter whether its letter is still to be made
   */
  int take(SampleDecision decision, Officer by, Instant at, boolean letter) throws SQLException {
    decision.taken(rows.decisionIds.next(), by, at, letter);
    all.add(decision);
    return all.size();
  }

  /** The one that was taken last. */
  SampleDecision last() {
    return all.get(all.size() - 1);
  }

  /** The one that was taken last by a moment, if one was. */
  Optional<SampleDecision> by(Instant moment) {
    return all.stream()
        .filter(one -> !one.at().isAfter(moment))
        .reduce((earlier, latest) -> latest);
  }

  /** Writes them; the application is there. */
  void write(SampleCampaign campaign, long application, Chance chance) throws SQLException {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).write(rows, campaign, application, i + 1, chance);
    }
  }
}
