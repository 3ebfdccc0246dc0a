package fr.gestmat.demo.territory;

import fr.gestmat.mealaid.control.scale.Bracket;
import fr.gestmat.mealaid.control.scale.Scale;
import fr.gestmat.mealaid.control.scale.Tariff;
import fr.gestmat.mealaid.entity.AmountUnit;
import fr.gestmat.mealaid.entity.scale.BoundStyle;
import fr.gestmat.mealaid.entity.scale.ScaleKind;
import fr.gestmat.mealaid.entity.scale.Sense;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * The published scales of two campaigns of meal aid, by family quotient, which is what their form
 * asks: last year euros for each meal, this year shares of the price.
 */
final class SampleScale {

  /** This year's. */
  static final Scale SHARES =
      scale(
          AmountUnit.RATE,
          Bracket.between(null, "500", Tariff.flat("100")).called("Tranche 1"),
          Bracket.between("500", "900", Tariff.flat("50")).called("Tranche 2"),
          Bracket.between("900", null, Tariff.flat("0")).called("Au-delà"));

  /** Last year's. */
  static final Scale EUROS =
      scale(
          AmountUnit.PER_MEAL,
          Bracket.between(null, "400", Tariff.flat("3.20")).called("Tranche 1"),
          Bracket.between("400", "650", Tariff.flat("2.10")).called("Tranche 2"),
          Bracket.between("650", "850", Tariff.flat("1.20")).called("Tranche 3"),
          Bracket.between("850", null, Tariff.flat("0")).called("Au-delà"));

  private SampleScale() {}

  private static Scale scale(AmountUnit unit, Bracket... brackets) {
    return new Scale(
        ScaleKind.FAMILY_QUOTIENT,
        unit,
        Sense.AID,
        BoundStyle.UPPER_INCLUDED,
        false,
        List.of(brackets));
  }

  /**
   * Writes one.
   *
   * @param startsOn the day from which it holds; it was published the week before
   * @return its database id, which decisions keep
   */
  static long write(
      Sample sample,
      Scale scale,
      long authority,
      long campaign,
      LocalDate startsOn,
      String publishedBy)
      throws SQLException {
    long id = sample.ids("aid_scale_seq").next();
    try (Rows rows =
            new Rows(
                sample.connection(),
                "aid_scale",
                List.of(
                    "id",
                    "public_id",
                    "authority_id",
                    "campaign_id",
                    "number",
                    "kind",
                    "unit",
                    "bound_style",
                    "monthly",
                    "starts_on",
                    "published_at",
                    "published_by"));
        Rows lines =
            new Rows(
                sample.connection(),
                "aid_bracket",
                List.of(
                    "scale_id",
                    "position",
                    "label",
                    "from_amount",
                    "up_to",
                    "condition_kind",
                    "value"),
                rows)) {
      rows.add(
          id,
          UUID.nameUUIDFromBytes(("scale of " + campaign).getBytes(StandardCharsets.UTF_8)),
          authority,
          campaign,
          1,
          scale.kind(),
          scale.result(),
          scale.style(),
          scale.monthly(),
          startsOn,
          startsOn.minusDays(7).atTime(10, 0).toInstant(ZoneOffset.UTC),
          publishedBy);
      for (int i = 0; i < scale.brackets().size(); i++) {
        Bracket bracket = scale.brackets().get(i);
        lines.add(
            id,
            i,
            bracket.label(),
            bracket.from().orElse(null),
            bracket.upTo().orElse(null),
            bracket.condition().kind(),
            bracket.tariff().most());
      }
    }
    return id;
  }
}
