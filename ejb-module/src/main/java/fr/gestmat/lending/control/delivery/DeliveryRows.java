package fr.gestmat.lending.control.delivery;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.TagScheme;
import fr.gestmat.lending.control.delivery.DeliveryJudge.KnownDevice;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.control.sheet.SheetField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the database knows of a delivery and of what its lines name. */
@ApplicationScoped
public class DeliveryRows {

  /** Of the greatest tags that begin like ours, so many may be made otherwise. */
  private static final int LOOKED_AT = 50;

  @Inject private ReadModel database;

  /**
   * A delivery.
   *
   * @param id database id
   * @param publicId public id
   * @param schoolId the school that gets it; empty for several
   * @param isNew whether it was added just now
   */
  public record Delivery(long id, UUID publicId, Optional<Long> schoolId, boolean isNew) {}

  /** The delivery of a reference. */
  public Optional<Delivery> find(long authorityId, String reference) {
    return database.first(
        new SqlText()
            .add(
                "select id, public_id, school_id from delivery where authority_id = ?", authorityId)
            .add("and reference = ?", reference),
        row ->
            new Delivery(
                row.number("id"), row.id("public_id"), row.maybeNumber("school_id"), false));
  }

  /** The delivery of a reference, added if the authority knows none; needs a transaction. */
  public Delivery findOrAdd(Caller who, DeliveryAbout about, Instant now) {
    return find(who.authorityId(), about.reference()).orElseGet(() -> add(who, about, now));
  }

  private Delivery add(Caller who, DeliveryAbout about, Instant now) {
    long id = database.number(new SqlText().add("select next value for delivery_seq n"));
    boolean added =
        database.write(
                new SqlText()
                    .add("insert ignore into delivery (id, public_id, authority_id, school_id,")
                    .add("reference, supplier, delivered_on, created_at, created_by)")
                    .add("values (?, ?, ?,", id, UUID.randomUUID(), who.authorityId())
                    .add("nullif(?, 0), ?,", about.school().orElse(0L), about.reference())
                    .add("nullif(?, ''),", about.supplier())
                    .add("nullif(?, ''),", about.deliveredOn().map(Object::toString).orElse(""))
                    .add("?, ?)", now, who.name()))
            == 1;
    return find(who.authorityId(), about.reference())
        .map(d -> new Delivery(d.id(), d.publicId(), d.schoolId(), added))
        .orElseThrow(() -> new IllegalStateException("the delivery is gone at once"));
  }

  /** The devices of the authority that have one of these codes, by their tag or serial number. */
  Map<String, KnownDevice> known(
      long authorityId, Optional<Long> delivery, String column, Collection<String> codes) {
    Map<String, KnownDevice> found = new HashMap<>();
    if (!codes.isEmpty()) {
      database
          .list(
              new SqlText()
                  .add("select d.asset_tag, coalesce(d.serial, '') serial,")
                  .add("d." + column + " code, coalesce(d.delivery_id, 0) delivery")
                  .add("from device d where d.authority_id = ?", authorityId)
                  .in("and d." + column + " in", codes),
              row ->
                  Map.entry(
                      row.text("code"),
                      new KnownDevice(
                          delivery.equals(Optional.of(row.number("delivery"))),
                          row.text("asset_tag"),
                          row.text("serial"))))
          .forEach(d -> found.put(d.getKey(), d.getValue()));
    }
    return found;
  }

  /** The models in use by their plain names. */
  Map<String, Long> models(long authorityId) {
    Map<String, Long> found = new HashMap<>();
    database
        .list(
            new SqlText()
                .add(
                    "select m.id, m.name from device_model m where m.authority_id = ?", authorityId)
                .add("and m.active"),
            row -> Map.entry(SheetField.plain(row.text("name")), row.number("id")))
        .forEach(m -> found.put(m.getKey(), m.getValue()));
    return found;
  }

  /**
   * The greatest tag that we made, of an authority that nobody else makes tags for until the
   * transaction ends.
   */
  Optional<String> lastTag(long authorityId, TagScheme scheme) {
    database.number(
        new SqlText()
            .add("select a.id n from local_authority a where a.id = ? for update", authorityId));
    return database
        .list(
            new SqlText()
                .add("select d.asset_tag from device d where d.authority_id = ?", authorityId)
                .add("and d.asset_tag like ? order by d.asset_tag desc", scheme.prefix() + "%")
                .add("limit ?", LOOKED_AT),
            row -> row.text("asset_tag"))
        .stream()
        .filter(scheme::isNumbered)
        .findFirst();
  }
}
