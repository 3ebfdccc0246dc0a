package fr.gestmat.web.lending;

import fr.gestmat.lending.control.query.DeviceFilter;
import fr.gestmat.lending.entity.DeviceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The filters of the list of devices as they stand in its address. */
final class DeviceAddress {

  private DeviceAddress() {}

  /** The filter that an address says; what can't be read narrows nothing. */
  static DeviceFilter read(Typed query) {
    Set<DeviceState> states = new TreeSet<>();
    for (String name : query.all("etat")) {
      Typed.one(DeviceState.class, name).ifPresent(states::add);
    }
    return new DeviceFilter(
        states,
        query.id("modele"),
        query.maybe("etablissement"),
        query.id("classe"),
        query.yes("retard"),
        query.id("livraison"),
        query.text("recherche"));
  }

  /** The parameters that say this filter. */
  static List<Parameter> write(DeviceFilter filter) {
    List<Parameter> said = new ArrayList<>();
    filter.states().stream().sorted().forEach(s -> said.add(new Parameter("etat", s.name())));
    filter.model().ifPresent(m -> said.add(new Parameter("modele", m.toString())));
    filter.school().ifPresent(s -> said.add(new Parameter("etablissement", s)));
    filter.schoolClass().ifPresent(c -> said.add(new Parameter("classe", c.toString())));
    if (filter.late()) {
      said.add(new Parameter("retard", "true"));
    }
    filter.delivery().ifPresent(d -> said.add(new Parameter("livraison", d.toString())));
    if (!filter.text().isEmpty()) {
      said.add(new Parameter("recherche", filter.text()));
    }
    return said;
  }
}
