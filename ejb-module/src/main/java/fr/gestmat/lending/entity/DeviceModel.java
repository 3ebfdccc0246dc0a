package fr.gestmat.lending.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A model of device with the accessories that go with it. */
@Entity
@Table(name = "device_model")
public class DeviceModel {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "device_model_seq")
  @SequenceGenerator(
      name = "device_model_seq",
      sequenceName = "device_model_seq",
      allocationSize = 50)
  private long id;

  @Column(name = "public_id")
  private UUID publicId;

  @Column(name = "authority_id")
  private long authorityId;

  @Column(name = "name")
  private String name;

  @Column(name = "maker")
  private @Nullable String maker;

  @Column(name = "category")
  private String category;

  @Column(name = "active")
  private boolean active;

  @OneToMany(mappedBy = "model", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<ModelAccessory> accessories = new ArrayList<>();

  @Version
  @Column(name = "version")
  private int version;

  /** For JPA. */
  protected DeviceModel() {}

  /** A model of an authority, in use from now on. */
  public DeviceModel(long authorityId, String name, @Nullable String maker, String category) {
    this.publicId = UUID.randomUUID();
    this.authorityId = authorityId;
    this.name = name;
    this.maker = maker;
    this.category = category;
    this.active = true;
  }

  /** Follows what was typed about it. Devices and loans that exist keep their category. */
  public void edit(String newName, @Nullable String newMaker, String newCategory, boolean inUse) {
    name = newName;
    maker = newMaker;
    category = newCategory;
    active = inUse;
  }

  /** Sets the accessories in order; names differ without regard to case. */
  public void expect(List<ExpectedAccessory> expected) {
    accessories.removeIf(a -> expected.stream().noneMatch(e -> e.isSameAs(a.name())));
    for (int i = 0; i < expected.size(); i++) {
      ExpectedAccessory wanted = expected.get(i);
      Optional<ModelAccessory> there =
          accessories.stream().filter(a -> wanted.isSameAs(a.name())).findFirst();
      if (there.isPresent()) {
        there.get().become(wanted, i);
      } else {
        accessories.add(new ModelAccessory(this, wanted, i));
      }
    }
  }

  /** The accessories that go with each device, in order. */
  public List<ExpectedAccessory> accessories() {
    return accessories.stream()
        .sorted(Comparator.comparingInt(ModelAccessory::position))
        .map(a -> new ExpectedAccessory(a.name(), a.quantity()))
        .toList();
  }

  /** Database id, never shown outside. */
  public long id() {
    return id;
  }

  /** The id that the outside knows. */
  public UUID publicId() {
    return publicId;
  }

  /** Authority. */
  public long authorityId() {
    return authorityId;
  }

  /** Name on the screens. */
  public String name() {
    return name;
  }

  /** Maker. */
  public @Nullable String maker() {
    return maker;
  }

  /** What the limit of loans per pupil counts by. */
  public String category() {
    return category;
  }

  /** Whether new devices may be of it. */
  public boolean active() {
    return active;
  }

  /** Grows with each change; two people who edit the same row are told apart by it. */
  public int version() {
    return version;
  }
}
