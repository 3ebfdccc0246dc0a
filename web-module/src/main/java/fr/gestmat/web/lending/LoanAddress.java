package fr.gestmat.web.lending;

import fr.gestmat.lending.control.query.LoanFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filters of the list of loans as they stand in its address. */
final class LoanAddress {

  private LoanAddress() {}

  /** The filter that an address says; what can't be read narrows nothing. */
  static LoanFilter read(Typed query) {
    return new LoanFilter(
        query.one("prets", LoanFilter.Kind.class).orElse(LoanFilter.Kind.RUNNING),
        query.maybe("etablissement"),
        query.id("classe"),
        Optional.empty(),
        query.text("recherche"));
  }

  /** The parameters that say this filter. */
  static List<Parameter> write(LoanFilter filter) {
    List<Parameter> said = new ArrayList<>();
    said.add(new Parameter("prets", filter.kind().name()));
    filter.school().ifPresent(s -> said.add(new Parameter("etablissement", s)));
    filter.schoolClass().ifPresent(c -> said.add(new Parameter("classe", c.toString())));
    if (!filter.text().isEmpty()) {
      said.add(new Parameter("recherche", filter.text()));
    }
    return said;
  }
}
