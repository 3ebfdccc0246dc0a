package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** An accessory that every device of a model should come and go with. */
@Entity
@Table(name = "model_accessory")
public class ModelAccessory {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "model_accessory_seq")
  @SequenceGenerator(
      name = "model_accessory_seq",
      sequenceName = "model_accessory_seq",
      allocationSize = 50)
  private long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "model_id")
  private DeviceModel model;

  @Column(name = "name")
  private String name;

  @Column(name = "quantity")
  private short quantity;

  @Column(name = "position")
  private short position;

  /** For JPA. */
  protected ModelAccessory() {}

  /** The accessory at {@code position} in its model's list. */
  ModelAccessory(DeviceModel model, ExpectedAccessory expected, int position) {
    this.model = model;
    this.name = expected.name();
    this.quantity = (short) expected.quantity();
    this.position = (short) position;
  }

  /** Follows an edit of the same accessory. */
  void become(ExpectedAccessory expected, int at) {
    this.quantity = (short) expected.quantity();
    this.position = (short) at;
  }

  /** Name on the screens. */
  public String name() {
    return name;
  }

  /** Its place in the list, from 0. */
  int position() {
    return position;
  }

  /** How many of it, 1 to 20. */
  public int quantity() {
    return quantity;
  }
}
