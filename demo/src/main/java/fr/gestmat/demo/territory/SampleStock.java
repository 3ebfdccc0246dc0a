package fr.gestmat.demo.territory;

import fr.gestmat.lending.entity.ConditionGrade;
import fr.gestmat.lending.entity.DeviceState;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Models, one announced delivery and the laptops of every school, in every state of their life.
 * Those that are on loan or lost with a loan are written in stock: {@link SampleLoans} lends them.
 */
final class SampleStock {

  private static final int FIRST_TAG = 1001;

  /** Laptops of the announced delivery, in the second school. */
  private static final int EXPECTED = 12;

  private final Sample sample;
  private final long authority;
  private final List<School> schools;
  private final Map<SampleModel, Long> models = new HashMap<>();
  private final List<SampleDevice> devices = new ArrayList<>();

  private SampleStock(Sample sample, long authority, List<School> schools) {
    this.sample = sample;
    this.authority = authority;
    this.schools = schools;
  }

  /** Writes the stock. */
  static List<SampleDevice> write(Sample sample, long authority, List<School> schools)
      throws SQLException {
    SampleStock stock = new SampleStock(sample, authority, schools);
    SamplePolicies.wholeSchooling(sample, authority);
    stock.writeModels();
    stock.writeDevices(stock.writeDelivery());
    return List.copyOf(stock.devices);
  }

  private void writeModels() throws SQLException {
    Ids modelIds = sample.ids("device_model_seq");
    Ids accessoryIds = sample.ids("model_accessory_seq");
    try (Rows modelRows =
            new Rows(
                sample.connection(),
                "device_model",
                List.of("id", "public_id", "authority_id", "name", "maker"));
        Rows accessoryRows =
            new Rows(
                sample.connection(),
                "model_accessory",
                List.of("id", "model_id", "name", "quantity", "position"),
                modelRows)) {
      for (SampleModel model : SampleModel.ALL) {
        long id = modelIds.next();
        models.put(model, id);
        modelRows.add(id, sample.chance().uuid(), authority, model.name(), model.maker());
        for (int i = 0; i < model.accessories().size(); i++) {
          accessoryRows.add(accessoryIds.next(), id, model.accessories().get(i), 1, i);
        }
      }
    }
    for (Map.Entry<SampleModel, Long> each : models.entrySet()) {
      SampleModel model = each.getKey();
      SamplePolicies.prices(sample, each.getValue(), model.price(), model.accessories());
    }
  }

  private long writeDelivery() throws SQLException {
    long id = sample.ids("delivery_seq").next();
    try (Rows rows =
        new Rows(
            sample.connection(),
            "delivery",
            List.of(
                "id",
                "public_id",
                "authority_id",
                "school_id",
                "supplier",
                "reference",
                "created_at",
                "created_by"))) {
      rows.add(
          id,
          sample.chance().uuid(),
          authority,
          schools.get(1).id(),
          "Informatique des Marches",
          "BL-" + sample.schoolYear().getYear() + "-0417",
          sample.now().minus(2, ChronoUnit.DAYS),
          SampleStaff.REGION_MANAGER);
    }
    return id;
  }

  private void writeDevices(long delivery) throws SQLException {
    Ids ids = sample.ids("device_seq");
    try (Rows rows =
        new Rows(
            sample.connection(),
            "device",
            List.of(
                "id",
                "public_id",
                "authority_id",
                "model_id",
                "asset_tag",
                "serial",
                "state",
                "state_reason",
                "home_school_id",
                "place_school_id",
                "default_storage",
                "storage",
                "condition_grade",
                "transit_from_school_id",
                "transit_to_school_id",
                "transit_sent_at",
                "delivery_id",
                "police_report",
                "police_report_on",
                "purchased_on",
                "warranty_ends_on",
                "purchase_price",
                "last_seen_at",
                "last_seen_school_id",
                "last_seen_by",
                "created_at"))) {
      for (School school : schools) {
        for (int i = 0; i < school.data().devices(); i++) {
          SampleDevice device = device(ids.next(), school, i);
          devices.add(device);
          write(rows, device, delivery);
        }
      }
    }
  }

  private SampleDevice device(long id, School school, int position) {
    int age = position % 3;
    boolean expected = school.equals(schools.get(1)) && position < EXPECTED;
    return new SampleDevice(
        id,
        SampleModel.tag(FIRST_TAG + devices.size()),
        SampleModel.ALL.get(school.data().isVocational() ? 2 : age % 2),
        school,
        sample.schoolYear().minusYears(age).minusDays(20),
        expected ? DeviceState.EXPECTED : state(position));
  }

  /** Out of a hundred laptops: who is where. */
  private static DeviceState state(int position) {
    return switch (position % 100) {
      case 10, 47 -> DeviceState.TO_CHECK;
      case 21, 58 -> DeviceState.IN_REPAIR;
      case 33 -> DeviceState.IN_TRANSIT;
      case 44, 72 -> DeviceState.LOST;
      case 55 -> DeviceState.STOLEN;
      case 66 -> DeviceState.WITHDRAWN;
      case 77 -> DeviceState.OWNERSHIP_TRANSFERRED;
      default -> position % 100 < 64 ? DeviceState.ON_LOAN : DeviceState.IN_STOCK;
    };
  }

  private void write(Rows rows, SampleDevice device, long delivery) throws SQLException {
    Chance chance = sample.chance();
    boolean expected = device.state() == DeviceState.EXPECTED;
    boolean transit = device.state() == DeviceState.IN_TRANSIT;
    School elsewhere = schools.get((schools.indexOf(device.home()) + 1) % schools.size());
    School place = transit ? elsewhere : device.home();
    String cupboard = "Armoire " + chance.between(1, 6);
    Instant seen = sample.now().minus(chance.between(1, 70), ChronoUnit.DAYS);
    rows.add(
        device.id(),
        chance.uuid(),
        authority,
        models.get(device.model()),
        device.tag(),
        device.model().serial(chance),
        isLent(device) ? DeviceState.IN_STOCK : device.state(),
        reason(device.state()),
        device.home().id(),
        place.id(),
        cupboard,
        device.state() == DeviceState.IN_STOCK ? cupboard : null,
        grade(device),
        transit ? elsewhere.id() : null,
        transit ? device.home().id() : null,
        transit ? seen : null,
        expected ? delivery : null,
        device.state() == DeviceState.STOLEN ? "2026/004512" : null,
        device.state() == DeviceState.STOLEN ? stolenOn(sample) : null,
        device.purchasedOn(),
        device.purchasedOn().plusYears(3),
        device.model().price(),
        expected ? null : seen,
        expected ? null : place.id(),
        expected ? null : SampleStaff.agentOf(place.data()),
        device.purchasedOn().atStartOfDay());
  }

  /** When the stolen ones were stolen. */
  static LocalDate stolenOn(Sample sample) {
    return sample.today().minusDays(80);
  }

  /** Whether a loan holds it: it is on loan, or one of every two lost ones. */
  static boolean isLent(SampleDevice device) {
    return device.state() == DeviceState.ON_LOAN
        || (device.state() == DeviceState.LOST && device.id() / 4 % 2 == 0);
  }

  private static @Nullable String reason(DeviceState state) {
    return switch (state) {
      case TO_CHECK -> "Rendu avec l'écran fendu";
      case IN_REPAIR -> "Plusieurs touches du clavier ne répondent plus";
      case LOST -> "Oublié dans un bus scolaire";
      case STOLEN -> "Vol à l'arraché devant la gare";
      case WITHDRAWN -> "Carte mère hors service, hors garantie";
      case OWNERSHIP_TRANSFERRED -> "Cédé à l'élève en fin de scolarité";
      default -> null;
    };
  }

  private ConditionGrade grade(SampleDevice device) {
    return switch (device.state()) {
      case TO_CHECK, WITHDRAWN -> ConditionGrade.DAMAGED;
      case EXPECTED -> ConditionGrade.NEW;
      default ->
          device.purchasedOn().isAfter(sample.schoolYear().minusYears(1))
              ? ConditionGrade.GOOD
              : sample.chance().of(List.of(ConditionGrade.GOOD, ConditionGrade.WORN));
    };
  }
}
