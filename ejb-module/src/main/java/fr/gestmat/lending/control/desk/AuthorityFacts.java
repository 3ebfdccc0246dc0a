package fr.gestmat.lending.control.desk;

import fr.gestmat.lending.control.LendingPolicy;
import fr.gestmat.lending.control.SchoolRef;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.desk.DeviceView.Accessory;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every scan of an authority needs and that seldom changes.
 *
 * @param zone its time zone
 * @param policy how it lends today
 * @param tags what its codes look like
 * @param schools its schools by database id
 * @param schoolsByUai those that are open, by UAI
 * @param models its models by database id
 */
public record AuthorityFacts(
    ZoneId zone,
    LendingPolicy policy,
    TagScheme tags,
    Map<Long, SchoolRef> schools,
    Map<String, SchoolRef> schoolsByUai,
    Map<Long, ModelFacts> models) {

  /**
   * A model.
   *
   * @param name on the screens
   * @param category what limits count by
   * @param accessories what goes with its devices
   */
  public record ModelFacts(String name, String category, List<Accessory> accessories) {}

  /** A school of this authority. */
  public SchoolRef school(long id) {
    return find(id).orElseThrow(() -> new StaleFactsException("school " + id));
  }

  /** A school of this authority, if it is one. */
  public Optional<SchoolRef> find(long id) {
    return Optional.ofNullable(schools.get(id));
  }

  /** A school of this authority, as the API shows it. */
  public SchoolView view(long id) {
    SchoolRef school = school(id);
    return new SchoolView(school.uai(), school.name());
  }

  /** A model of this authority. */
  public ModelFacts model(long id) {
    return Optional.ofNullable(models.get(id))
        .orElseThrow(() -> new StaleFactsException("model " + id));
  }
}
