package fr.gestmat.web.agreement;

import fr.gestmat.lending.boundary.agreement.Agreements;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which school a page of agreements is about: the one asked for, else the visitor's. */
@RequestScoped
public class AgreementSchool {

  @Inject private Agreements agreements;
  @Inject private View view;

  /** The school; empty if there are several and none was chosen. */
  Optional<Choices.School> of(List<Choices.School> schools, String asked) {
    String wanted = asked.isEmpty() ? view.visitor().school().map(s -> s.uai()).orElse("") : asked;
    return schools.size() == 1
        ? Optional.of(schools.get(0))
        : schools.stream().filter(s -> s.uai().equals(wanted)).findFirst();
  }

  /** The field to choose one, if there are several. */
  List<Field> field(List<Choices.School> schools, Optional<Choices.School> chosen) {
    if (schools.size() < 2) {
      return List.of();
    }
    List<Field.Choice> options = new ArrayList<>();
    if (chosen.isEmpty()) {
      options.add(new Field.Choice("", view.text("agreement.school.choose")));
    }
    schools.forEach(s -> options.add(new Field.Choice(s.uai(), s.label())));
    return List.of(
        Field.select("etablissement", view.text("agreement.school"), options)
            .value(chosen.map(Choices.School::uai).orElse(""))
            .mandatory());
  }

  /** The schools that the visitor sees. */
  List<Choices.School> all() {
    return agreements.schools();
  }
}
