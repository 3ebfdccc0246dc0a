package fr.gestmat.web.lending;

import fr.gestmat.lending.boundary.stock.Stock;
import fr.gestmat.lending.control.query.Choices;
import fr.gestmat.web.view.Field;
import fr.gestmat.web.view.View;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The fields by which a list is narrowed to a school and to one of its classes. */
@RequestScoped
public class SchoolFields {

  @Inject private Stock stock;
  @Inject private View view;

  /** A school, if there are several to choose from; a class, once there is one school. */
  List<Field> of(
      List<Choices.School> schools, Optional<String> chosen, Optional<UUID> chosenClass) {
    List<Field> fields = new ArrayList<>(school(schools, chosen));
    schools.stream()
        .filter(s -> schools.size() == 1 || chosen.equals(Optional.of(s.uai())))
        .findFirst()
        .ifPresent(school -> fields.add(schoolClass(school, chosenClass)));
    return fields;
  }

  /** A school, if there are several to choose from. */
  List<Field> school(List<Choices.School> schools, Optional<String> chosen) {
    if (schools.size() < 2) {
      return List.of();
    }
    List<Field.Choice> options = new ArrayList<>();
    options.add(new Field.Choice("", view.text("stock.filter.allSchools")));
    schools.forEach(s -> options.add(new Field.Choice(s.uai(), s.label())));
    return List.of(
        Field.select("etablissement", view.text("stock.filter.school"), options)
            .value(chosen.orElse("")));
  }

  private Field schoolClass(Choices.School school, Optional<UUID> chosen) {
    List<Field.Choice> options = new ArrayList<>();
    options.add(new Field.Choice("", view.text("stock.filter.allClasses")));
    stock
        .classes(school.key())
        .forEach(c -> options.add(new Field.Choice(c.id().toString(), c.name())));
    return Field.select("classe", view.text("stock.filter.class"), options)
        .value(chosen.map(UUID::toString).orElse(""));
  }
}
