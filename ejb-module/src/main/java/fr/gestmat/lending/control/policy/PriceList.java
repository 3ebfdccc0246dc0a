package fr.gestmat.lending.control.policy;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What devices and their accessories cost in a school year. */
@ApplicationScoped
public class PriceList {

  /** The accessory's name that stands for the device itself. */
  public static final String DEVICE = "";

  @Inject private ReadModel database;

  /**
   * A line of the list.
   *
   * @param modelId the model's database id
   * @param model its name
   * @param accessory an accessory's name, or {@link #DEVICE}
   * @param amount euros, not negative; empty if no price was set
   */
  public record Price(long modelId, String model, String accessory, Optional<BigDecimal> amount) {}

  /** Every model in use with its accessories, priced in that school year or not. */
  public List<Price> of(long authorityId, SchoolYear year) {
    return database.list(
        new SqlText()
            .add("select m.id, m.name, x.accessory, p.amount from device_model m join")
            .add("(select id model_id, '' accessory, -1 position from device_model")
            .add("where authority_id = ? union all", authorityId)
            .add("select a.model_id, a.name, a.position from model_accessory a")
            .add(
                "join device_model own on own.id = a.model_id where own.authority_id = ?) x",
                authorityId)
            .add("on x.model_id = m.id left join replacement_price p on p.model_id = m.id")
            .add("and p.accessory = x.accessory and p.school_year = ?", year.begins())
            .add("where m.authority_id = ? and m.active", authorityId)
            .add("order by m.name, m.id, x.position, x.accessory limit 5000"),
        row ->
            new Price(
                row.number("id"),
                row.text("name"),
                row.text("accessory"),
                Optional.ofNullable(row.amountOrNull("amount"))));
  }

  /** Models in use that have no price in that school year. */
  public List<String> unpriced(long authorityId, SchoolYear year) {
    return database.list(
        new SqlText()
            .add("select m.name from device_model m where m.authority_id = ?", authorityId)
            .add("and m.active and not exists (select 1 from replacement_price p")
            .add(
                "where p.model_id = m.id and p.accessory = '' and p.school_year = ?)",
                year.begins())
            .add("order by m.name limit 20"),
        row -> row.text("name"));
  }

  /**
   * What a device of a model, or one of its accessories, costs.
   *
   * @param accessory its name, or {@link #DEVICE}
   * @return euros; empty if no price was set for that school year
   */
  public Optional<BigDecimal> amount(long modelId, String accessory, SchoolYear year) {
    return database.first(
        new SqlText()
            .add("select amount from replacement_price where model_id = ?", modelId)
            .add("and school_year = ? and accessory = ?", year.begins(), accessory),
        row -> Objects.requireNonNull(row.amountOrNull("amount")));
  }

  /** Sets a price, or takes it away. */
  public void set(long modelId, String accessory, SchoolYear year, Optional<BigDecimal> amount) {
    if (amount.isPresent()) {
      database.write(
          new SqlText()
              .add("replace into replacement_price (model_id, accessory, school_year, amount)")
              .add("values (?, ?, ?, ?)", modelId, accessory, year.begins(), amount.get()));
    } else {
      database.write(
          new SqlText()
              .add("delete from replacement_price where model_id = ?", modelId)
              .add("and accessory = ? and school_year = ?", accessory, year.begins()));
    }
  }
}
