package fr.gestmat.lending.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a device was bought, as far as anybody said. */
@Embeddable
public class Purchase {

  @Column(name = "delivery_id")
  private @Nullable Long deliveryId;

  @Column(name = "purchased_on")
  private @Nullable LocalDate purchasedOn;

  @Column(name = "warranty_ends_on")
  private @Nullable LocalDate warrantyEndsOn;

  @Column(name = "purchase_price")
  private @Nullable BigDecimal price;

  /** For JPA. */
  protected Purchase() {}

  /**
   * A purchase; what is not known is null.
   *
   * @param deliveryId delivery that it came with
   * @param purchasedOn purchase date
   * @param warrantyEndsOn last day of the warranty
   * @param price in euros, two decimals
   */
  public Purchase(
      @Nullable Long deliveryId,
      @Nullable LocalDate purchasedOn,
      @Nullable LocalDate warrantyEndsOn,
      @Nullable BigDecimal price) {
    this.deliveryId = deliveryId;
    this.purchasedOn = purchasedOn;
    this.warrantyEndsOn = warrantyEndsOn;
    this.price = price;
  }

  /** Delivery that it came with. */
  public @Nullable Long deliveryId() {
    return deliveryId;
  }

  /** Purchase date. */
  public @Nullable LocalDate purchasedOn() {
    return purchasedOn;
  }

  /** Last day of the warranty. */
  public @Nullable LocalDate warrantyEndsOn() {
    return warrantyEndsOn;
  }

  /** Price in euros. */
  public @Nullable BigDecimal price() {
    return price;
  }
}
