package fr.gestmat.web.agreement;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.boundary.agreement.Agreements;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.agreement.AgreementData;
import fr.gestmat.lending.control.agreement.SigningRule.Standing;
import fr.gestmat.web.directory.PupilSection;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The agreements on a pupil's page. */
@RequestScoped
public class PupilAgreements implements PupilSection {

  @Inject private CurrentCaller caller;
  @Inject private Agreements agreements;
  @Inject private Clock clock;

  /**
   * An agreement with its standing.
   *
   * @param data the agreement
   * @param standing where it stands today
   */
  public record Line(AgreementData data, Standing standing) {}

  /**
   * What the section shows.
   *
   * @param lines the latest agreements
   */
  public record Section(List<Line> lines) {}

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Optional<Page> about(UUID pupil) {
    if (caller.find().filter(who -> who.holds(Stock.readers())).isEmpty()) {
      return Optional.empty();
    }
    List<Line> lines =
        agreements.ofPupil(pupil).stream()
            .map(
                a ->
                    new Line(
                        a, a.facts().on(LocalDate.ofInstant(clock.instant(), a.school().zone()))))
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(Page.of("agreement/pupil-agreements.jte", new Section(lines)));
  }
}
