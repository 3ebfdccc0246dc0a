package fr.gestmat.web.lending;

import fr.gestmat.access.CurrentCaller;
import fr.gestmat.lending.boundary.stock.LoanBook;
import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.query.LoanList;
import fr.gestmat.web.directory.PupilSection;
import fr.gestmat.web.view.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The loans on a pupil's page. */
@RequestScoped
public class PupilLoans implements PupilSection {

  @Inject private CurrentCaller caller;
  @Inject private LoanBook loans;

  /**
   * What the section shows.
   *
   * @param loans running loans and past ones, the latest first
   */
  public record Section(List<LoanList.Line> loans) {}

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Optional<Page> about(UUID pupil) {
    boolean reader = caller.find().filter(who -> who.holds(Stock.readers())).isPresent();
    return reader
        ? Optional.of(Page.of("lending/pupil-loans.jte", new Section(loans.ofPupil(pupil))))
        : Optional.empty();
  }
}
